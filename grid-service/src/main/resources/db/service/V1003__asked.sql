-- What units ask for and what is decided about it, and assignments that were handed down.

ALTER TABLE assignment
    ADD COLUMN parent             uuid,
    ADD COLUMN note               text,
    ADD COLUMN extension          text CHECK (extension IN ('REQUESTED', 'GRANTED', 'REFUSED')),
    ADD COLUMN extension_until    timestamptz,
    ADD COLUMN extension_reason   text,
    ADD COLUMN extension_decision text,
    ADD COLUMN suspension_cause   text,
    ADD COLUMN review_at          timestamptz;
COMMENT ON COLUMN assignment.parent IS 'the assignment it was handed down from; its unit stays answerable';
COMMENT ON COLUMN assignment.note IS 'sealed: the words it was handed down with';
COMMENT ON COLUMN assignment.extension_until IS 'as asked for, or as granted';
COMMENT ON COLUMN assignment.extension_reason IS 'sealed, the unit''s';
COMMENT ON COLUMN assignment.extension_decision IS 'sealed, the supervisor''s';
COMMENT ON COLUMN assignment.review_at IS 'when a suspended one goes on by itself at the latest';

-- A supervisor's list of extensions that wait; few of all.
CREATE INDEX assignment_extension ON assignment (region) WHERE extension = 'REQUESTED';

-- An inbox shows as well that an extension was decided.
DROP TRIGGER assignment_moved ON assignment;
CREATE TRIGGER assignment_moved AFTER UPDATE OF phase, extension ON assignment
    FOR EACH ROW WHEN ((OLD.phase, OLD.extension) IS DISTINCT FROM (NEW.phase, NEW.extension))
    EXECUTE FUNCTION tell_inbox();

GRANT UPDATE (extension, extension_until, extension_reason, extension_decision, suspension_cause, review_at)
    ON assignment TO ${app};

-- A unit makes no assignment of its own, only one handed down from what it has in hand.
GRANT INSERT ON assignment TO ${app};
CREATE POLICY assignment_handed_down ON assignment FOR INSERT TO ${app}
    WITH CHECK (EXISTS (SELECT FROM assignment p
                        WHERE p.id = assignment.parent AND p.ticket_id = assignment.ticket_id
                          AND p.phase = 'IN_PROGRESS' AND in_scope(p.region, ARRAY[p.unit], p.worker)));
