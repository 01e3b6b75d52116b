-- What was found on patrol is reported once, however late a phone sends it again: an idempotency key is kept for a week only.
ALTER TABLE patrol_report ADD COLUMN client_id uuid;
COMMENT ON COLUMN patrol_report.client_id IS 'the phone''s own id of it, which is the Idempotency-Key; null where that is no UUID';
ALTER TABLE patrol_report ADD UNIQUE (worker, client_id);

-- He who has been moved meanwhile reports what he had found before, and is told that he has; the list shows it to those
-- who work there now.
DROP POLICY patrol_report_scope ON patrol_report;
CREATE POLICY patrol_report_seen ON patrol_report FOR SELECT TO ${app}
    USING (in_scope(grid, '{}'::text[], worker) OR worker = nullif(current_setting('chuishao.worker', true), ''));
CREATE POLICY patrol_report_made ON patrol_report FOR INSERT TO ${app}
    WITH CHECK (worker = nullif(current_setting('chuishao.worker', true), ''));
