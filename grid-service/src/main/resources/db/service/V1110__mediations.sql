-- Disputes that are mediated in a grid (矛盾纠纷): each begins at an assignment, and outlives it.
CREATE TABLE mediation (
    id            uuid        PRIMARY KEY,
    ticket_id     uuid        NOT NULL,
    number        text,
    assignment_id uuid        NOT NULL REFERENCES assignment,
    region        text COLLATE "C" NOT NULL,
    unit          text        NOT NULL,
    worker        text,
    mediator      text        NOT NULL,
    phase         text        NOT NULL CHECK (phase IN ('MEDIATING', 'AGREED', 'KEPT', 'REFERRED')),
    met           boolean     NOT NULL,
    sessions      integer     NOT NULL DEFAULT 0 CHECK (sessions >= 0),
    outcomes      integer     NOT NULL DEFAULT 0 CHECK (outcomes >= 0),
    revisits      integer     NOT NULL DEFAULT 0 CHECK (revisits >= 0),
    party_count   integer     NOT NULL CHECK (party_count >= 2),
    parties       text        NOT NULL,
    subject       text        NOT NULL,
    route         text        CHECK (route IN ('JUSTICE_OFFICE', 'PETITION_OFFICE', 'PEOPLES_COURT', 'PEOPLES_MEDIATION_COMMITTEE')),
    opened_at     timestamptz NOT NULL,
    agreed_at     timestamptz,
    revisit_by    timestamptz,
    revisited_at  timestamptz,
    kept          boolean,
    ended_at      timestamptz
);
COMMENT ON COLUMN mediation.region IS 'the grid; with unit and worker as the assignment had them: who had it in hand goes on when it is over';
COMMENT ON COLUMN mediation.met IS 'the parties have met since it was opened, or opened again';
COMMENT ON COLUMN mediation.parties IS 'sealed: names and contacts; as is subject';
COMMENT ON COLUMN mediation.revisit_by IS 'as its clock was counted when they agreed';
COMMENT ON COLUMN mediation.kept IS 'what the last revisit found';
-- One at a time for an assignment: what was agreed may have to be talked over again.
CREATE UNIQUE INDEX mediation_under_way ON mediation (assignment_id) WHERE phase IN ('MEDIATING', 'AGREED');
-- Lists go by id, which goes by time: of a grid and what lies around it, a ticket, an assignment, a worker, a unit, a
-- mediator.
CREATE INDEX mediation_region ON mediation (region);
CREATE INDEX mediation_ticket ON mediation (ticket_id);
CREATE INDEX mediation_assignment ON mediation (assignment_id);
CREATE INDEX mediation_worker ON mediation (worker, id);
CREATE INDEX mediation_unit ON mediation (unit, id);
CREATE INDEX mediation_mediator ON mediation (mediator, id);

CREATE TABLE mediation_session (
    id           uuid        PRIMARY KEY,
    mediation_id uuid        NOT NULL REFERENCES mediation,
    n            integer     NOT NULL CHECK (n >= 1),
    held_at      timestamptz NOT NULL,
    record       text        NOT NULL,                  -- sealed: where, who came, what was said
    UNIQUE (mediation_id, n)
);

-- How it ended, and what was found afterwards: each time, for what is not kept may be talked over again.
CREATE TABLE mediation_outcome (
    id           uuid        PRIMARY KEY,
    mediation_id uuid        NOT NULL REFERENCES mediation,
    n            integer     NOT NULL CHECK (n >= 1),
    outcome      text        NOT NULL CHECK (outcome IN ('AGREED', 'FAILED')),
    agreement    text        CHECK ((agreement IS NOT NULL) = (outcome = 'AGREED')),    -- sealed
    reason       text,                                  -- sealed
    route        text        CHECK ((route IS NOT NULL) = (outcome = 'FAILED')),
    revisit_by   timestamptz,
    ended_at     timestamptz NOT NULL,
    UNIQUE (mediation_id, n)
);
CREATE TABLE mediation_revisit (
    id           uuid        PRIMARY KEY,
    mediation_id uuid        NOT NULL REFERENCES mediation,
    n            integer     NOT NULL CHECK (n >= 1),
    kept         boolean     NOT NULL,
    route        text,
    note         text,                                  -- sealed
    revisited_at timestamptz NOT NULL,
    UNIQUE (mediation_id, n)
);

GRANT SELECT, INSERT ON mediation, mediation_session, mediation_outcome, mediation_revisit TO ${app};
GRANT UPDATE (phase, met, sessions, outcomes, revisits, route, agreed_at, revisit_by, revisited_at, kept, ended_at)
    ON mediation TO ${app};

-- Whether the request is the mediator's, who works somewhere in the community now: his own grid is often another one.
CREATE FUNCTION mediates(mediator text, region text) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN is_own(mediator, left(region, 12));

-- Who had the assignment in hand when it was opened or oversees it, the mediator, and who has the assignment now.
ALTER TABLE mediation ENABLE ROW LEVEL SECURITY;
ALTER TABLE mediation FORCE ROW LEVEL SECURITY;
CREATE POLICY mediation_scope ON mediation TO ${app}
    USING (in_scope(region, ARRAY[unit], worker) OR mediates(mediator, region)
        OR EXISTS (SELECT FROM assignment a WHERE a.id = mediation.assignment_id
                     AND in_scope(a.region, ARRAY[a.unit], a.worker)));

-- Whoever sees a mediation sees what became of it; the inner queries stand under the policy above.
ALTER TABLE mediation_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE mediation_session FORCE ROW LEVEL SECURITY;
CREATE POLICY mediation_session_scope ON mediation_session TO ${app}
    USING (EXISTS (SELECT FROM mediation m WHERE m.id = mediation_session.mediation_id));
ALTER TABLE mediation_outcome ENABLE ROW LEVEL SECURITY;
ALTER TABLE mediation_outcome FORCE ROW LEVEL SECURITY;
CREATE POLICY mediation_outcome_scope ON mediation_outcome TO ${app}
    USING (EXISTS (SELECT FROM mediation m WHERE m.id = mediation_outcome.mediation_id));
ALTER TABLE mediation_revisit ENABLE ROW LEVEL SECURITY;
ALTER TABLE mediation_revisit FORCE ROW LEVEL SECURITY;
CREATE POLICY mediation_revisit_scope ON mediation_revisit TO ${app}
    USING (EXISTS (SELECT FROM mediation m WHERE m.id = mediation_revisit.mediation_id));

-- The clock of a revisit is of the grid; its mediator sees it from his own.
CREATE POLICY seen_by_mediator ON deadline FOR SELECT TO ${app}
    USING (act = 'MEDIATION_REVISIT' AND mediates(worker, region));
