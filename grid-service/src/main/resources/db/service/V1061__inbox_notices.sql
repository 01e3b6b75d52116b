-- What an inbox shows changed: written with the change, told in the order of transactions, kept for a day so that a stream
-- that broke off goes on behind the last notice it had.

CREATE TABLE inbox_notice (
    xid       xid8        NOT NULL DEFAULT pg_current_xact_id(),
    seq       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind      text        NOT NULL CHECK (kind IN ('ASSIGNMENT', 'WHISTLE')),
    subject   uuid        NOT NULL,
    ticket_id uuid        NOT NULL,
    number    text,
    phase     text        NOT NULL,
    region    text COLLATE "C" NOT NULL,
    units     varchar[]   NOT NULL,
    worker    text,
    at        timestamptz NOT NULL DEFAULT app_now(),
    PRIMARY KEY (xid, seq)
);
COMMENT ON COLUMN inbox_notice.xid IS 'told when all transactions before it have ended: what is behind a mark never grows';
-- What is old goes.
CREATE INDEX inbox_notice_at ON inbox_notice (at);

-- Written by whoever makes the change; read by the reader alone, for the scope of each stream.
GRANT INSERT ON inbox_notice TO ${app};
GRANT SELECT, INSERT, DELETE ON inbox_notice TO ${reader};
ALTER TABLE inbox_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY inbox_notice_written ON inbox_notice FOR INSERT TO ${app} WITH CHECK (true);
CREATE POLICY inbox_notice_reader ON inbox_notice TO ${reader} USING (true);

CREATE OR REPLACE FUNCTION tell_inbox() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO inbox_notice (kind, subject, ticket_id, number, phase, region, units, worker)
    VALUES ('ASSIGNMENT', NEW.id, NEW.ticket_id, NEW.number, NEW.phase, NEW.region, ARRAY[NEW.unit], NEW.worker);
    PERFORM pg_notify('inbox', '');
    RETURN NULL;
END
$$;

-- A whistle that waits for its confirmation concerns nobody but the blower and those who stand behind it.
CREATE FUNCTION tell_whistle() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO inbox_notice (kind, subject, ticket_id, number, phase, region, units, worker)
    VALUES ('WHISTLE', NEW.id, NEW.ticket_id, NEW.number, NEW.phase, NEW.region,
        CASE WHEN NEW.phase = 'PENDING_CONFIRMATION' THEN ARRAY[NEW.blower_unit] ELSE NEW.seen_by END, NEW.blower_worker);
    PERFORM pg_notify('inbox', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER whistle_blown AFTER INSERT ON whistle
    FOR EACH ROW EXECUTE FUNCTION tell_whistle();
CREATE TRIGGER whistle_moved AFTER UPDATE ON whistle
    FOR EACH ROW WHEN ((OLD.phase, OLD.seen_by) IS DISTINCT FROM (NEW.phase, NEW.seen_by)) EXECUTE FUNCTION tell_whistle();

-- How far a department has come, to both sides of the whistle.
CREATE FUNCTION tell_whistle_call() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO inbox_notice (kind, subject, ticket_id, number, phase, region, units, worker)
    SELECT 'WHISTLE', w.id, w.ticket_id, w.number, w.phase, w.region, w.seen_by, w.blower_worker
    FROM whistle w WHERE w.id = NEW.whistle_id AND w.phase <> 'PENDING_CONFIRMATION';
    PERFORM pg_notify('inbox', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER whistle_call_moved AFTER UPDATE ON whistle_call
    FOR EACH ROW WHEN ((OLD.phase, OLD.share, OLD.objection, OLD.supervision)
        IS DISTINCT FROM (NEW.phase, NEW.share, NEW.objection, NEW.supervision)) EXECUTE FUNCTION tell_whistle_call();
