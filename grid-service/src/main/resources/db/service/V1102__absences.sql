-- Who is away is written by whoever answers for his region or unit, not by whoever happens to see it.
ALTER TABLE absence ADD COLUMN recorded_by text;
ALTER TABLE absence ADD COLUMN ended_at timestamptz;
ALTER TABLE absence ADD COLUMN ended_by text;
ALTER TABLE absence DROP CONSTRAINT absence_check1, ADD CONSTRAINT absence_not_negative CHECK (to_at >= from_at);
COMMENT ON COLUMN absence.recorded_by IS 'the subject of the token that recorded it; null of those from before';
COMMENT ON COLUMN absence.ended_at IS 'when it was ended early; to_at is then the end, and from_at where it had not begun';
GRANT UPDATE (to_at, ended_at, ended_by) ON absence TO ${app};
DROP POLICY absence_scope ON absence;
CREATE POLICY absence_seen ON absence FOR SELECT TO ${app}
    USING (in_scope(region, ARRAY[unit], NULL) OR worker = nullif(current_setting('chuishao.worker', true), ''));
CREATE POLICY absence_recorded ON absence FOR INSERT TO ${app}
    WITH CHECK (in_scope(region, ARRAY[unit], NULL) AND EXISTS (
        SELECT FROM worker w WHERE w.id = absence.worker AND w.unit = absence.unit AND w.region = absence.region));
CREATE POLICY absence_ended ON absence FOR UPDATE TO ${app} USING (in_scope(region, ARRAY[unit], NULL));
