-- What changed since a phone asked last. A time or a sequence would miss what commits late; the number of the changing
-- transaction does not: what a snapshot does not see is of its oldest transaction under way, or of a later one.
ALTER TABLE assignment ADD COLUMN changed bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN assignment.changed IS 'the transaction that changed it last, or what it is about';

CREATE FUNCTION mark_change() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed := pg_current_xact_id()::text::bigint;
    RETURN NEW;
END
$$;
CREATE TRIGGER assignment_marked BEFORE INSERT OR UPDATE ON assignment
    FOR EACH ROW EXECUTE FUNCTION mark_change();

-- What is added to a matter, or taken out of sight of it, changes what its open assignments show.
CREATE FUNCTION mark_matter() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    UPDATE assignment SET changed = 0 WHERE ticket_id = NEW.ticket_id AND is_open;
    RETURN NULL;
END
$$;
CREATE TRIGGER ticket_brief_marked AFTER UPDATE ON ticket_brief
    FOR EACH ROW EXECUTE FUNCTION mark_matter();

-- What of a worker's or a unit's changed lately, among all that they ever had.
CREATE INDEX assignment_worker_changed ON assignment (worker, changed);
CREATE INDEX assignment_unit_changed ON assignment (unit, changed);
