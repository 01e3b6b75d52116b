-- What units and workers have in hand, and what they are shown of the matter.

CREATE TABLE assignment (
    id           uuid        PRIMARY KEY,
    ticket_id    uuid        NOT NULL,
    number       text,
    lead         boolean     NOT NULL,
    unit         text        NOT NULL,
    region       text COLLATE "C" NOT NULL,
    grid         text COLLATE "C",
    role         text,
    worker       text,
    reason       text        NOT NULL,
    phase        text        NOT NULL DEFAULT 'PENDING_SIGN'
                 CHECK (phase IN ('PENDING_SIGN', 'IN_PROGRESS', 'RETURN_REVIEW', 'SUSPENDED', 'RESOLVED', 'ENDED')),
    round        integer     NOT NULL CHECK (round >= 1),
    severity     text        NOT NULL,
    category     text,
    copies       varchar[]   NOT NULL DEFAULT '{}',
    contacted    boolean     NOT NULL DEFAULT false,
    solved       boolean,
    created_at   timestamptz NOT NULL,
    signed_at    timestamptz,
    contacted_at timestamptz,
    arrived_at   timestamptz,
    resolved_at  timestamptz,
    ended_at     timestamptz,
    is_open      boolean     NOT NULL GENERATED ALWAYS AS (phase NOT IN ('RESOLVED', 'ENDED')) STORED,
    urgency      integer     NOT NULL GENERATED ALWAYS AS (coalesce(array_position(
                     ARRAY['CRITICAL', 'URGENT', 'INQUIRY', 'ORDINARY', 'SUGGESTION', 'COMPLEX', 'PROMISED', 'STATUTORY'],
                     severity), 4)) STORED
);
COMMENT ON COLUMN assignment.region IS 'the grid it lies in, or the smallest place known';
COMMENT ON COLUMN assignment.copies IS 'units that were told of the ticket (抄送): they may read it, not act';
COMMENT ON COLUMN assignment.contacted_at IS 'first time that the citizen was reached';
COMMENT ON COLUMN assignment.solved IS 'the unit''s word, not the citizen''s';
COMMENT ON COLUMN assignment.urgency IS 'severity as a number, the most pressing first';

-- A ticket's assignments: what an event of the ticket changes, and who may see its brief.
CREATE INDEX assignment_ticket ON assignment (ticket_id);
-- The inbox, asked for all day long: what is open, most pressing first, of a worker, a unit, or any.
CREATE INDEX assignment_worker_inbox ON assignment (worker, urgency, created_at, id) WHERE is_open;
CREATE INDEX assignment_unit_inbox ON assignment (unit, urgency, created_at, id) WHERE is_open;
CREATE INDEX assignment_inbox ON assignment (urgency, created_at, id) WHERE is_open;
-- The same for a desk whose subtree is small.
CREATE INDEX assignment_region_inbox ON assignment (region) WHERE is_open;
-- Lists that hold also what is done, newest first.
CREATE INDEX assignment_worker ON assignment (worker, id);
CREATE INDEX assignment_unit ON assignment (unit, id);
-- What a unit was told of.
CREATE INDEX assignment_copies ON assignment USING gin (copies);

-- The matter as the units are shown it: sealed as on the log, and never who called.
CREATE TABLE ticket_brief (
    ticket_id   uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    channel     text        NOT NULL,
    secret      boolean     NOT NULL,
    title       text        NOT NULL,
    content     text        NOT NULL,
    desired     text,
    place       text,
    region      text,
    longitude   double precision,
    latitude    double precision,
    crs         text,
    happened_at timestamptz,
    supplements text[]      NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN ticket_brief.place IS 'sealed; may name a door';

-- Every change that an inbox shows is told with its commit, whoever makes it; org.chuishao.grid.inbox listens.
CREATE FUNCTION tell_inbox() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('inbox', json_build_object(
        'assignment', NEW.id, 'ticket', NEW.ticket_id, 'number', NEW.number, 'phase', NEW.phase,
        'region', NEW.region, 'unit', NEW.unit, 'worker', NEW.worker, 'at', app_now())::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER assignment_created AFTER INSERT ON assignment
    FOR EACH ROW EXECUTE FUNCTION tell_inbox();
CREATE TRIGGER assignment_moved AFTER UPDATE OF phase ON assignment
    FOR EACH ROW WHEN (OLD.phase IS DISTINCT FROM NEW.phase) EXECUTE FUNCTION tell_inbox();

GRANT SELECT ON assignment, ticket_brief TO ${app};
GRANT UPDATE (phase, contacted, solved, signed_at, contacted_at, arrived_at, resolved_at) ON assignment TO ${app};
GRANT SELECT, INSERT, UPDATE ON assignment, ticket_brief TO ${reader};

ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment FORCE ROW LEVEL SECURITY;
CREATE POLICY assignment_seen ON assignment FOR SELECT TO ${app}
    USING (in_scope(region, ARRAY[unit] || copies::text[], worker));
CREATE POLICY assignment_handled ON assignment FOR UPDATE TO ${app} USING (in_scope(region, ARRAY[unit], worker));
CREATE POLICY assignment_reader ON assignment TO ${reader} USING (true);

-- Who may see an assignment may see what it is about; the inner query stands under the policy above.
ALTER TABLE ticket_brief ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_brief FORCE ROW LEVEL SECURITY;
CREATE POLICY ticket_brief_scope ON ticket_brief FOR SELECT TO ${app}
    USING (EXISTS (SELECT FROM assignment a WHERE a.ticket_id = ticket_brief.ticket_id));
CREATE POLICY ticket_brief_reader ON ticket_brief TO ${reader} USING (true);
