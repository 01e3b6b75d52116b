-- What was found on patrol has photos too: announced by whoever sees the report, when it is there; seen
-- by whoever has the ticket in hand.
ALTER TABLE evidence ADD COLUMN patrol_report uuid REFERENCES patrol_report;
COMMENT ON COLUMN evidence.patrol_report IS 'what was found, by the ticket that it is; its photos count against the reporter''s unit';
DO $$
DECLARE of_one text;
BEGIN
    -- by what it says: it was given no name
    SELECT conname INTO STRICT of_one FROM pg_constraint
    WHERE conrelid = 'evidence'::regclass AND pg_get_constraintdef(oid) LIKE '%num_nonnulls(assignment_id, verification)%';
    EXECUTE format('ALTER TABLE evidence DROP CONSTRAINT %I', of_one);
END
$$;
ALTER TABLE evidence ADD CONSTRAINT evidence_of_one
    CHECK (num_nonnulls(assignment_id, verification, patrol_report) = 1);
CREATE INDEX evidence_patrol_report ON evidence (patrol_report, id) WHERE patrol_report IS NOT NULL;

-- The inner queries stand under the policies of their tables.
DROP POLICY evidence_scope ON evidence;
CREATE POLICY evidence_scope ON evidence TO ${app}
    USING (EXISTS (SELECT FROM assignment a WHERE a.id = evidence.assignment_id
                     AND in_scope(a.region, ARRAY[a.unit], a.worker))
        OR EXISTS (SELECT FROM verification v WHERE v.ticket_id = evidence.verification)
        OR EXISTS (SELECT FROM patrol_report p WHERE p.ticket_id = evidence.patrol_report
                     AND in_scope(p.grid, '{}'::text[], p.worker))
        OR EXISTS (SELECT FROM assignment a WHERE a.ticket_id = evidence.patrol_report
                     AND in_scope(a.region, ARRAY[a.unit], a.worker)));
