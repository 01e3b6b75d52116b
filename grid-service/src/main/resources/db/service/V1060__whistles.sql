-- The whistle (社区吹哨、部门报到): who may blow each kind, whistles, and the departments that each calls in.

-- What a province may set otherwise, for itself or for a region; limits are clock rules.
CREATE TABLE whistle_rule (
    kind         text        NOT NULL CHECK (kind IN ('EMERGENCY', 'ENFORCEMENT', 'COORDINATION', 'HARD_PROBLEM', 'INDUSTRY')),
    region       text COLLATE "C" NOT NULL DEFAULT '',  -- holds in it and all that lies in it; empty anywhere
    blowers      varchar[]   NOT NULL,
    confirmers   varchar[]   NOT NULL,                  -- empty: it sounds by itself
    danger_first boolean     NOT NULL,                  -- where life is in danger it sounds at once, and is confirmed after
    proofs       varchar[]   NOT NULL,                  -- POSITION, CODE, TOWN
    fence_metres integer     NOT NULL CHECK (fence_metres BETWEEN 1 AND 10000),
    leader       boolean     NOT NULL,                  -- a leader of the department has to be there
    closes_with  text        NOT NULL CHECK (closes_with IN ('SCENE_SAFE', 'LEGAL_OUTCOME', 'SHARES_DONE', 'PLAN', 'RESULT')),
    by_line      boolean     NOT NULL,                  -- who has an arrival limit of his industry line keeps it
    PRIMARY KEY (kind, region)
);
INSERT INTO whistle_rule (kind, blowers, confirmers, danger_first, proofs, fence_metres, leader, closes_with, by_line) VALUES
    ('EMERGENCY', '{GRID,COMMUNITY,TOWN_DESK}', '{COMMUNITY,TOWN_DESK}', true, '{POSITION,CODE,TOWN}', 500, false, 'SCENE_SAFE', false),
    ('ENFORCEMENT', '{TOWN_DESK}', '{}', false, '{POSITION,CODE,TOWN}', 500, false, 'LEGAL_OUTCOME', false),
    ('COORDINATION', '{COMMUNITY}', '{TOWN_DESK,TOWN_LEADER}', false, '{POSITION,CODE,TOWN}', 500, false, 'SHARES_DONE', false),
    ('HARD_PROBLEM', '{TOWN_LEADER}', '{}', false, '{POSITION,CODE,TOWN}', 500, true, 'PLAN', false),
    ('INDUSTRY', '{GRID,COMMUNITY}', '{}', false, '{POSITION,CODE,TOWN}', 500, false, 'RESULT', true);
-- Public reference data.
GRANT SELECT ON whistle_rule TO ${app}, ${reader};

CREATE TABLE whistle (
    id             uuid        PRIMARY KEY,
    ticket_id      uuid        NOT NULL,
    number         text,
    kind           text        NOT NULL,
    region         text COLLATE "C" NOT NULL,
    severity       text        NOT NULL,
    danger         boolean     NOT NULL,
    blower_rank    text        NOT NULL,
    blower_unit    text        NOT NULL,
    blower_worker  text,
    seen_by        varchar[]   NOT NULL,
    matter         text        NOT NULL,
    code           text        NOT NULL,
    longitude      double precision,
    latitude       double precision,
    phase          text        NOT NULL CHECK (phase IN ('PENDING_CONFIRMATION', 'SOUNDED', 'REFUSED', 'CLOSED')),
    confirmed      boolean,
    refusal        text,
    quorum         integer     NOT NULL CHECK (quorum >= 1),
    report_in_by   timestamptz,
    blown_at       timestamptz NOT NULL,
    sounded_at     timestamptz,
    confirmed_at   timestamptz,
    closed_at      timestamptz,
    reported_at    timestamptz,
    outcome        text,
    legal_outcome  text,
    milestones     text,
    urgency        integer     NOT NULL GENERATED ALWAYS AS (CASE WHEN danger THEN 0 ELSE coalesce(array_position(
                       ARRAY['CRITICAL', 'URGENT', 'INQUIRY', 'ORDINARY', 'SUGGESTION', 'COMPLEX', 'PROMISED', 'STATUTORY'],
                       severity), 4) END) STORED
);
COMMENT ON COLUMN whistle.blower_unit IS 'the office of the territory that it is blown by or from';
COMMENT ON COLUMN whistle.blower_worker IS 'the grid worker who blew it; null where a desk or a leader did';
COMMENT ON COLUMN whistle.seen_by IS 'the blower''s office, who is called, who comes instead, who supervises';
COMMENT ON COLUMN whistle.matter IS 'sealed, as are code, refusal, outcome and milestones';
COMMENT ON COLUMN whistle.code IS 'shown on site by the blower; who names it was there';
COMMENT ON COLUMN whistle.longitude IS 'of the site, CGCS2000';
COMMENT ON COLUMN whistle.confirmed IS 'null while nobody has said; a danger to life sounds all the same';
COMMENT ON COLUMN whistle.quorum IS 'how many departments have to have reported in before it may be closed';
COMMENT ON COLUMN whistle.report_in_by IS 'as agreed; never later than the rule''s limit';
-- The queue of a desk: most pressing first, the oldest of these first.
CREATE INDEX whistle_queue ON whistle (urgency, blown_at, id);
CREATE INDEX whistle_ticket ON whistle (ticket_id);
CREATE INDEX whistle_region ON whistle (region);

CREATE TABLE whistle_call (
    id          uuid        PRIMARY KEY,
    whistle_id  uuid        NOT NULL REFERENCES whistle,
    place       integer     NOT NULL,
    department  text        NOT NULL,
    line        text,
    substitute  text,
    phase       text        NOT NULL CHECK (phase IN ('CALLED', 'SIGNED', 'ON_SITE', 'RELEASED')),
    is_open     boolean     NOT NULL DEFAULT false,
    signed_at   timestamptz,
    arrived_at  timestamptz,
    proof       text,
    came        text,
    leader      boolean     NOT NULL DEFAULT false,
    share       text        NOT NULL DEFAULT 'NONE' CHECK (share IN ('NONE', 'AGREED', 'DONE')),
    share_words text,
    share_until timestamptz,
    share_result text,
    objection   text        NOT NULL DEFAULT 'NONE' CHECK (objection IN ('NONE', 'PENDING', 'UPHELD', 'REFUSED')),
    improper    text,
    ground      text,
    decision    text,
    supervision integer     NOT NULL DEFAULT 0 CHECK (supervision BETWEEN 0 AND 3),
    UNIQUE (whistle_id, department)
);
COMMENT ON COLUMN whistle_call.line IS 'the department''s industry line, when it was called';
COMMENT ON COLUMN whistle_call.is_open IS 'the whistle sounds, and the department is not released: it is out';
COMMENT ON COLUMN whistle_call.came IS 'sealed: who came; as are the words of share, result, ground and decision';
COMMENT ON COLUMN whistle_call.supervision IS 'of its absence: 1 county, 2 city, 3 province';
-- How many whistles a department is out on.
CREATE INDEX whistle_call_out ON whistle_call (department) WHERE is_open;

CREATE TABLE whistle_note (
    id         uuid        PRIMARY KEY,
    whistle_id uuid        NOT NULL REFERENCES whistle,
    by_unit    text        NOT NULL,
    note       text        NOT NULL,                    -- sealed
    report     boolean     NOT NULL,                    -- the written report after an emergency
    noted_at   timestamptz NOT NULL
);
CREATE INDEX whistle_note_of ON whistle_note (whistle_id, id);

CREATE TABLE whistle_rating (
    id         uuid        PRIMARY KEY,
    whistle_id uuid        NOT NULL REFERENCES whistle,
    by_unit    text        NOT NULL,
    of_unit    text        NOT NULL,
    response   integer     NOT NULL CHECK (response BETWEEN 1 AND 5),
    attitude   integer     NOT NULL CHECK (attitude BETWEEN 1 AND 5),
    solution   integer     NOT NULL CHECK (solution BETWEEN 1 AND 5),
    UNIQUE (whistle_id, by_unit, of_unit)
);

GRANT SELECT, INSERT ON whistle, whistle_call, whistle_note, whistle_rating TO ${app};
GRANT UPDATE (seen_by, phase, confirmed, refusal, sounded_at, confirmed_at, closed_at, reported_at, outcome, legal_outcome,
    milestones) ON whistle TO ${app};
GRANT UPDATE (substitute, phase, is_open, signed_at, arrived_at, proof, came, leader, share, share_words, share_until,
    share_result, objection, improper, ground, decision) ON whistle_call TO ${app};
GRANT SELECT, UPDATE ON whistle, whistle_call TO ${reader};

ALTER TABLE whistle ENABLE ROW LEVEL SECURITY;
ALTER TABLE whistle FORCE ROW LEVEL SECURITY;
CREATE POLICY whistle_seen ON whistle FOR SELECT TO ${app} USING (in_scope(region, seen_by::text[], blower_worker));
CREATE POLICY whistle_blown ON whistle FOR INSERT TO ${app}
    WITH CHECK (in_scope(region, ARRAY[blower_unit], blower_worker));
CREATE POLICY whistle_handled ON whistle FOR UPDATE TO ${app} USING (in_scope(region, seen_by::text[], blower_worker));
CREATE POLICY whistle_reader ON whistle TO ${reader} USING (true);

-- Whoever sees a whistle sees all that are called by it; the inner queries stand under the policies above. A department
-- changes its own call only, the blower's side any of them.
ALTER TABLE whistle_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE whistle_call FORCE ROW LEVEL SECURITY;
CREATE POLICY whistle_call_seen ON whistle_call FOR SELECT TO ${app}
    USING (EXISTS (SELECT FROM whistle w WHERE w.id = whistle_call.whistle_id));
CREATE POLICY whistle_call_made ON whistle_call FOR INSERT TO ${app}
    WITH CHECK (EXISTS (SELECT FROM whistle w WHERE w.id = whistle_call.whistle_id
                          AND in_scope(w.region, ARRAY[w.blower_unit], w.blower_worker)));
CREATE POLICY whistle_call_handled ON whistle_call FOR UPDATE TO ${app}
    USING (EXISTS (SELECT FROM whistle w WHERE w.id = whistle_call.whistle_id
                     AND in_scope(w.region, ARRAY[w.blower_unit, whistle_call.department, whistle_call.substitute],
                                  w.blower_worker)));
CREATE POLICY whistle_call_reader ON whistle_call TO ${reader} USING (true);

ALTER TABLE whistle_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE whistle_note FORCE ROW LEVEL SECURITY;
CREATE POLICY whistle_note_scope ON whistle_note TO ${app}
    USING (EXISTS (SELECT FROM whistle w WHERE w.id = whistle_note.whistle_id));
ALTER TABLE whistle_rating ENABLE ROW LEVEL SECURITY;
ALTER TABLE whistle_rating FORCE ROW LEVEL SECURITY;
CREATE POLICY whistle_rating_scope ON whistle_rating TO ${app}
    USING (EXISTS (SELECT FROM whistle w WHERE w.id = whistle_rating.whistle_id));

-- How many whistles a unit is out on, for anybody who is about to call it: a number, and nothing of what they are about.
CREATE POLICY whistle_call_counted ON whistle_call FOR SELECT TO CURRENT_USER USING (is_open);
CREATE FUNCTION whistles_out(unit text) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::integer FROM whistle_call c WHERE c.department = unit AND c.is_open
$$;
REVOKE EXECUTE ON FUNCTION whistles_out FROM PUBLIC;
GRANT EXECUTE ON FUNCTION whistles_out TO ${app};
