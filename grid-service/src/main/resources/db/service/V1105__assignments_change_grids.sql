-- A part that goes to another grid of its community is counted there: its phase stays, so that nobody else counts it.
CREATE FUNCTION count_replaced_assignments() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    mark record;
BEGIN
    IF NOT EXISTS (SELECT FROM old_rows o JOIN new_rows w USING (id) WHERE o.region <> w.region) THEN
        RETURN NULL;
    END IF;
    INSERT INTO board_change (region, measure, n)
    SELECT p.region, CASE WHEN w.is_open THEN w.phase ELSE resolved_on(board_day(w.resolved_at)) END, sum(p.n)
    FROM old_rows o JOIN new_rows w USING (id),
         LATERAL (VALUES (o.region, -1), (w.region, 1)) p (region, n)
    WHERE o.region <> w.region AND o.phase = w.phase
      AND (w.is_open OR w.phase = 'RESOLVED' AND o.resolved_at IS NOT NULL AND o.resolved_at = w.resolved_at)
    GROUP BY 1, 2 HAVING sum(p.n) <> 0;
    FOR mark IN DELETE FROM board_mark m USING old_rows o, new_rows w
                WHERE o.id = w.id AND o.region <> w.region AND w.is_open AND m.id = w.id AND m.kind = 'LIGHT'
                RETURNING m.id, m.measure, w.region LOOP
        INSERT INTO board_mark (id, kind, region, measure) VALUES (mark.id, 'LIGHT', mark.region, mark.measure);
    END LOOP;
    RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION count_replaced_assignments FROM PUBLIC;
CREATE TRIGGER assignment_is_replaced AFTER UPDATE ON assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION count_replaced_assignments();
