-- Photos that units and workers take for an assignment, or for what they are asked to look at: what is known of each, and
-- its bytes while they arrive in pieces. The finished picture lies in the photo store.

CREATE TABLE evidence (
    id            uuid        PRIMARY KEY,
    assignment_id uuid        REFERENCES assignment,
    verification  uuid        REFERENCES verification,
    unit          text        NOT NULL,
    uploaded_by   text        NOT NULL,
    stage         text        CHECK (stage IN ('BEFORE', 'DURING', 'AFTER')),
    declared_type text        NOT NULL,
    declared_hash text        NOT NULL,
    size          bigint      NOT NULL CHECK (size > 0),
    received      bigint      NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
    state         text        NOT NULL DEFAULT 'RECEIVING' CHECK (state IN ('RECEIVING', 'RECEIVED', 'STORED', 'REFUSED')),
    refusal       text,
    created_at    timestamptz NOT NULL,
    touched_at    timestamptz NOT NULL,
    stored_at     timestamptz,
    captured_at   timestamptz,
    longitude     double precision,
    latitude      double precision,
    crs           text,
    exif_at       timestamptz,
    exif_longitude double precision,
    exif_latitude double precision,
    media_type    text,
    width         integer,
    height        integer,
    stored_size   bigint,
    stored_hash   text,
    CHECK (num_nonnulls(assignment_id, verification) = 1),
    CHECK (num_nulls(longitude, latitude, crs) IN (0, 3))
);
COMMENT ON COLUMN evidence.id IS 'given by the phone, so that a report may name the photo before it has arrived';
COMMENT ON COLUMN evidence.verification IS 'the ticket that somebody was asked to look at';
COMMENT ON COLUMN evidence.unit IS 'whose quota it counts against: the unit that the assignment lies with; empty where it lies with none';
COMMENT ON COLUMN evidence.declared_hash IS 'SHA-256 of the file as it was taken, in hex';
COMMENT ON COLUMN evidence.longitude IS 'as the phone gave it, in the system of crs';
COMMENT ON COLUMN evidence.exif_longitude IS 'as the file said, WGS84, before it was taken out of it';
COMMENT ON COLUMN evidence.stored_hash IS 'SHA-256 of what was stored, in hex';
-- The photos of an assignment or of what was looked at.
CREATE INDEX evidence_assignment ON evidence (assignment_id, id);
CREATE INDEX evidence_verification ON evidence (verification, id) WHERE verification IS NOT NULL;
-- What a unit has sent in a day.
CREATE INDEX evidence_unit ON evidence (unit, created_at);
-- What is still to be finished or swept; few of all.
CREATE INDEX evidence_unfinished ON evidence (touched_at) WHERE state <> 'STORED';

CREATE TABLE evidence_piece (
    evidence_id uuid   NOT NULL REFERENCES evidence ON DELETE CASCADE,
    at          bigint NOT NULL,
    bytes       bytea  NOT NULL,
    PRIMARY KEY (evidence_id, at)
);
-- Photos are packed already.
ALTER TABLE evidence_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON evidence TO ${app};
GRANT UPDATE (declared_type, declared_hash, size, received, state, refusal, touched_at) ON evidence TO ${app};
GRANT INSERT ON evidence_piece TO ${app};
GRANT SELECT, UPDATE, DELETE ON evidence TO ${reader};
GRANT SELECT, DELETE ON evidence_piece TO ${reader};

-- Who has the work in hand or oversees it sees its photos; a unit that was only told of it (抄送) does not. The inner
-- queries stand under the policies of their tables.
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY evidence_scope ON evidence TO ${app}
    USING (EXISTS (SELECT FROM assignment a WHERE a.id = evidence.assignment_id
                     AND in_scope(a.region, ARRAY[a.unit], a.worker))
        OR EXISTS (SELECT FROM verification v WHERE v.ticket_id = evidence.verification));
CREATE POLICY evidence_reader ON evidence TO ${reader} USING (true);

ALTER TABLE evidence_piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_piece FORCE ROW LEVEL SECURITY;
CREATE POLICY evidence_piece_added ON evidence_piece FOR INSERT TO ${app}
    WITH CHECK (EXISTS (SELECT FROM evidence e WHERE e.id = evidence_piece.evidence_id));
CREATE POLICY evidence_piece_reader ON evidence_piece TO ${reader} USING (true);

-- What a unit has sent since an instant, for whoever is about to send more in its name: a number, and nothing of the photos.
CREATE POLICY evidence_counted ON evidence FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION evidence_bytes(of_unit text, since timestamptz) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(sum(e.size), 0)::bigint FROM evidence e
    WHERE e.unit = of_unit AND e.created_at > since AND e.state <> 'REFUSED'
$$;
REVOKE EXECUTE ON FUNCTION evidence_bytes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evidence_bytes TO ${app};
