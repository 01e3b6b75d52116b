-- A board counted everything that was ever resolved, so that after a year nothing else was to be seen on it. What is resolved
-- is counted by its day instead, "RESOLVED 2026-11-23" in Beijing, until it is to be done again.
CREATE FUNCTION resolved_on(day date) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 'RESOLVED ' || to_char(day::timestamp, 'YYYY-MM-DD');
CREATE FUNCTION board_day(at timestamptz) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (at AT TIME ZONE 'Asia/Shanghai')::date;

CREATE OR REPLACE FUNCTION count_added_assignments() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO board_change (region, measure, n)
    SELECT region, phase, count(*) FROM added WHERE is_open GROUP BY region, phase;
    RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION count_moved_assignments() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO board_change (region, measure, n)
    SELECT region, measure, sum(n) FROM (
        SELECT o.region, o.phase AS measure, -1 AS n FROM old_rows o JOIN new_rows w USING (id)
        WHERE o.phase <> w.phase AND o.is_open
        UNION ALL
        SELECT w.region, w.phase, 1 FROM old_rows o JOIN new_rows w USING (id) WHERE o.phase <> w.phase AND w.is_open
        UNION ALL
        SELECT o.region, resolved_on(board_day(o.resolved_at)), -1 FROM old_rows o JOIN new_rows w USING (id)
        WHERE o.phase = 'RESOLVED' AND w.is_open AND o.resolved_at IS NOT NULL
        UNION ALL
        SELECT w.region, resolved_on(board_day(coalesce(w.resolved_at, app_now()))), 1
        FROM old_rows o JOIN new_rows w USING (id) WHERE o.phase <> w.phase AND w.phase = 'RESOLVED') moved
    GROUP BY region, measure HAVING sum(n) <> 0;
    -- what is done has no light any more
    DELETE FROM board_mark m USING old_rows o, new_rows w
    WHERE o.id = w.id AND o.is_open AND NOT w.is_open AND m.id = w.id AND m.kind = 'LIGHT';
    -- and what is to be done again has that of its clocks
    INSERT INTO board_mark (id, kind, region, measure)
    SELECT w.id, 'LIGHT', w.region, CASE WHEN bool_or(d.state = 'MISSED') THEN 'RED' ELSE 'YELLOW' END
    FROM old_rows o JOIN new_rows w USING (id)
    JOIN deadline d ON d.assignment = w.id AND d.stopped_at IS NULL AND d.state IN ('MISSED', 'APPROACHING')
    WHERE NOT o.is_open AND w.is_open
    GROUP BY w.id, w.region
    ON CONFLICT (id, kind) DO NOTHING;
    RETURN NULL;
END
$$;

-- What was there before, as far back as anybody may ask.
DELETE FROM board_change WHERE measure = 'RESOLVED';
DELETE FROM board_count WHERE measure = 'RESOLVED';
INSERT INTO board_change (region, measure, n)
SELECT region, resolved_on(board_day(resolved_at)), count(*)
FROM assignment WHERE phase = 'RESOLVED' AND resolved_at > app_now() - interval '31 days'
GROUP BY 1, 2;

-- Days of which no board tells any more.
GRANT DELETE ON board_count TO ${reader};
CREATE FUNCTION forget_resolved(before date) RETURNS bigint
    LANGUAGE sql AS $$
    WITH gone AS (
        DELETE FROM board_count WHERE measure LIKE 'RESOLVED %' AND measure COLLATE "C" < resolved_on(before) RETURNING 1)
    SELECT count(*) FROM gone
$$;

-- As before; and of what was resolved only what was so on the day that is given, or later.
DROP FUNCTION board(text, integer);
CREATE FUNCTION board(code text, child_digits integer, resolved_since date) RETURNS TABLE (place text, measure text, n bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT left(counted.region, child_digits),
        CASE WHEN counted.measure LIKE 'RESOLVED %' THEN 'RESOLVED' ELSE counted.measure END, sum(counted.n)::bigint
    FROM (
        SELECT c.region, c.measure, c.n FROM board_count c
        WHERE c.digits = CASE WHEN length(code) < 6 THEN 6 ELSE 15 END AND c.region >= code AND c.region < code || ':'
        UNION ALL
        SELECT c.region, c.measure, c.n FROM board_change c WHERE c.region >= code AND c.region < code || ':') counted
    WHERE in_scope(code, '{}'::text[], NULL)
      AND (counted.measure NOT LIKE 'RESOLVED %' OR counted.measure COLLATE "C" >= resolved_on(resolved_since))
    GROUP BY 1, 2
$$;
REVOKE EXECUTE ON FUNCTION board, forget_resolved FROM PUBLIC;
GRANT EXECUTE ON FUNCTION board TO ${app};
GRANT EXECUTE ON FUNCTION forget_resolved TO ${reader};
