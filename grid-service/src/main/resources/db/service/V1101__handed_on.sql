-- An assignment that went into other hands: who had it is told, once, that it is his no more.

-- For the phone of whoever had it: it forgets what it has of it.
CREATE TABLE assignment_handed_on (
    worker        text        NOT NULL,
    assignment_id uuid        NOT NULL,
    at            timestamptz NOT NULL DEFAULT app_now(),
    changed       bigint      NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    PRIMARY KEY (worker, assignment_id)
);
COMMENT ON COLUMN assignment_handed_on.changed IS 'as of an assignment: the transaction';
GRANT SELECT ON assignment_handed_on TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON assignment_handed_on TO ${reader};
ALTER TABLE assignment_handed_on ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment_handed_on FORCE ROW LEVEL SECURITY;
CREATE POLICY assignment_handed_on_own ON assignment_handed_on FOR SELECT TO ${app}
    USING (worker = nullif(current_setting('chuishao.worker', true), ''));
CREATE POLICY assignment_handed_on_reader ON assignment_handed_on TO ${reader} USING (true);

-- What is old goes: a phone that was away for longer begins anew.
CREATE INDEX assignment_handed_on_at ON assignment_handed_on (at);

-- Only the reader of the log gives an assignment into other hands.
CREATE FUNCTION keep_handed_on() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO assignment_handed_on AS h (worker, assignment_id) VALUES (OLD.worker, NEW.id)
    ON CONFLICT (worker, assignment_id) DO UPDATE SET at = excluded.at, changed = excluded.changed;
    DELETE FROM assignment_handed_on WHERE worker = NEW.worker AND assignment_id = NEW.id;
    INSERT INTO inbox_notice (kind, subject, ticket_id, number, phase, region, units, worker)
    VALUES ('ASSIGNMENT', NEW.id, NEW.ticket_id, NEW.number, 'REASSIGNED', NEW.region, '{}', OLD.worker);
    RETURN NULL;
END
$$;
CREATE TRIGGER assignment_handed_on AFTER UPDATE OF worker ON assignment
    FOR EACH ROW WHEN (OLD.worker IS NOT NULL AND OLD.worker IS DISTINCT FROM NEW.worker)
    EXECUTE FUNCTION keep_handed_on();

-- A new holder hears of it as of a new one.
DROP TRIGGER assignment_moved ON assignment;
CREATE TRIGGER assignment_moved AFTER UPDATE OF phase, extension, worker ON assignment
    FOR EACH ROW WHEN ((OLD.phase, OLD.extension, OLD.worker) IS DISTINCT FROM (NEW.phase, NEW.extension, NEW.worker))
    EXECUTE FUNCTION tell_inbox();

-- A notice names the worker only where he works now: the stream of somebody who has left is told no more of the grid.
CREATE OR REPLACE FUNCTION tell_inbox() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO inbox_notice (kind, subject, ticket_id, number, phase, region, units, worker)
    VALUES ('ASSIGNMENT', NEW.id, NEW.ticket_id, NEW.number, NEW.phase, NEW.region, ARRAY[NEW.unit],
        CASE WHEN works_at(NEW.worker, NEW.region) THEN NEW.worker END);
    PERFORM pg_notify('inbox', '');
    RETURN NULL;
END
$$;
