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
    party_count   integer     NOT NULL CHECK (party_count >= 2),
    parties       text        NOT NULL,
    subject       text        NOT NULL,
    agreement     text,
    reason        text,
    revisit_note  text,
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
COMMENT ON COLUMN mediation.parties IS 'sealed: names and contacts; as are subject, agreement, reason and revisit_note';
COMMENT ON COLUMN mediation.revisit_by IS 'as its clock was counted when they agreed';
COMMENT ON COLUMN mediation.kept IS 'what the last revisit found';
-- One at a time for an assignment.
CREATE UNIQUE INDEX mediation_under_way ON mediation (assignment_id) WHERE phase = 'MEDIATING';
-- Lists go by id, which goes by time: of a grid and what lies around it, a ticket, a worker, a unit, a mediator.
CREATE INDEX mediation_region ON mediation (region);
CREATE INDEX mediation_ticket ON mediation (ticket_id);
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

GRANT SELECT, INSERT ON mediation, mediation_session TO ${app};
GRANT UPDATE (phase, met, sessions, agreement, reason, revisit_note, route, agreed_at, revisit_by, revisited_at, kept, ended_at)
    ON mediation TO ${app};

-- Who has, or had, the assignment in hand or oversees it, and the mediator.
ALTER TABLE mediation ENABLE ROW LEVEL SECURITY;
ALTER TABLE mediation FORCE ROW LEVEL SECURITY;
CREATE POLICY mediation_scope ON mediation TO ${app}
    USING (in_scope(region, ARRAY[unit], worker) OR in_scope(NULL, '{}'::text[], mediator))
    WITH CHECK (in_scope(region, ARRAY[unit], worker) OR in_scope(NULL, '{}'::text[], mediator));

-- Whoever sees a mediation sees its sessions; the inner query stands under the policy above.
ALTER TABLE mediation_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE mediation_session FORCE ROW LEVEL SECURITY;
CREATE POLICY mediation_session_scope ON mediation_session TO ${app}
    USING (EXISTS (SELECT FROM mediation m WHERE m.id = mediation_session.mediation_id));

-- Whether somebody works in a community now, for whoever is about to name him as a mediator: yes or no, and nothing of him.
CREATE FUNCTION works_in(who text, community text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM membership m WHERE m.worker = who AND m.grid >= community AND m.grid < community || ':'
            AND m.valid_from <= app_now() AND (m.valid_to IS NULL OR m.valid_to > app_now()))
$$;
REVOKE EXECUTE ON FUNCTION works_in FROM PUBLIC;
GRANT EXECUTE ON FUNCTION works_in TO ${app};
