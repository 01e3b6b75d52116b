-- How many assignments of a subtree stand where, kept while they move: to count a million for each look at a province takes
-- too long, and under row-level security longer still.

-- What is not as it should be: an open assignment whose light is yellow or red, a ticket under supervision.
CREATE TABLE board_mark (
    id      uuid NOT NULL,                      -- of the assignment, or of the ticket
    kind    text NOT NULL CHECK (kind IN ('LIGHT', 'SUPERVISION')),
    region  text COLLATE "C" NOT NULL,
    measure text NOT NULL,                      -- YELLOW, RED; SUPERVISION_1 to _3
    PRIMARY KEY (id, kind)
);

-- Written by whoever moves an assignment or a mark, and only ever added to, so that nobody waits for anybody.
CREATE TABLE board_change (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region  text COLLATE "C" NOT NULL,
    measure text NOT NULL,
    n       bigint NOT NULL
);
-- Every so often changes are added up here: by grid, and by county for the boards of a city and of the province.
CREATE TABLE board_count (
    digits  smallint NOT NULL,                  -- 6 or 15: to which the region's code was cut
    region  text COLLATE "C" NOT NULL,
    measure text NOT NULL,
    n       bigint NOT NULL,
    PRIMARY KEY (digits, region, measure)
);

-- Seen by no request: the function below asks for the scope once, and not of every row.
ALTER TABLE board_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE board_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY board_mark_kept ON board_mark TO CURRENT_USER USING (true);
CREATE POLICY board_mark_reader ON board_mark TO ${reader} USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON board_mark TO ${reader};
ALTER TABLE board_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE board_change FORCE ROW LEVEL SECURITY;
CREATE POLICY board_change_kept ON board_change TO CURRENT_USER USING (true);
CREATE POLICY board_change_reader ON board_change TO ${reader} USING (true);
GRANT SELECT, DELETE ON board_change TO ${reader};
ALTER TABLE board_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE board_count FORCE ROW LEVEL SECURITY;
CREATE POLICY board_count_kept ON board_count TO CURRENT_USER USING (true);
CREATE POLICY board_count_reader ON board_count TO ${reader} USING (true);
GRANT SELECT, INSERT, UPDATE ON board_count TO ${reader};

-- For the triggers, which run as the owner, whoever moves an assignment.
CREATE POLICY assignment_counted ON assignment FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION count_added_assignments() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO board_change (region, measure, n)
    SELECT region, phase, count(*) FROM added WHERE phase <> 'ENDED' GROUP BY region, phase;
    RETURN NULL;
END
$$;
CREATE FUNCTION count_moved_assignments() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO board_change (region, measure, n)
    SELECT region, phase, sum(n) FROM (
        SELECT o.region, o.phase, -1 AS n FROM old_rows o JOIN new_rows w USING (id) WHERE o.phase <> w.phase
        UNION ALL
        SELECT w.region, w.phase, 1 FROM old_rows o JOIN new_rows w USING (id) WHERE o.phase <> w.phase) moved
    WHERE phase <> 'ENDED'
    GROUP BY region, phase HAVING sum(n) <> 0;
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
CREATE FUNCTION count_added_marks() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO board_change (region, measure, n) SELECT region, measure, count(*) FROM added GROUP BY region, measure;
    RETURN NULL;
END
$$;
CREATE FUNCTION count_moved_marks() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO board_change (region, measure, n)
    SELECT region, measure, sum(n) FROM (
        SELECT region, measure, -1 AS n FROM old_rows UNION ALL SELECT region, measure, 1 FROM new_rows) moved
    GROUP BY region, measure HAVING sum(n) <> 0;
    RETURN NULL;
END
$$;
CREATE FUNCTION count_taken_marks() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO board_change (region, measure, n) SELECT region, measure, -count(*) FROM taken GROUP BY region, measure;
    RETURN NULL;
END
$$;
-- An assignment is as late as the latest of its clocks that nobody has stopped.
CREATE FUNCTION light_assignments() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    WITH moved AS (
        SELECT DISTINCT w.assignment FROM old_rows o JOIN new_rows w USING (id)
        WHERE w.assignment IS NOT NULL
          AND (o.state, o.stopped_at IS NULL) IS DISTINCT FROM (w.state, w.stopped_at IS NULL)),
    lit AS (
        SELECT a.id, a.region, a.is_open, CASE
                   WHEN bool_or(d.state = 'MISSED') THEN 'RED' WHEN bool_or(d.state = 'APPROACHING') THEN 'YELLOW' END AS light
        FROM moved m
        JOIN assignment a ON a.id = m.assignment
        LEFT JOIN deadline d ON d.assignment = m.assignment AND d.stopped_at IS NULL
        GROUP BY a.id, a.region, a.is_open),
    green AS (
        DELETE FROM board_mark m USING lit l WHERE m.id = l.id AND m.kind = 'LIGHT' AND l.light IS NULL)
    INSERT INTO board_mark AS m (id, kind, region, measure)
    SELECT id, 'LIGHT', region, light FROM lit WHERE is_open AND light IS NOT NULL
    ON CONFLICT (id, kind) DO UPDATE SET measure = excluded.measure WHERE m.measure <> excluded.measure;
    RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION count_added_assignments, count_moved_assignments, count_added_marks, count_moved_marks,
    count_taken_marks, light_assignments FROM PUBLIC;

CREATE TRIGGER assignment_is_counted AFTER INSERT ON assignment REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_added_assignments();
CREATE TRIGGER assignment_is_moved AFTER UPDATE ON assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION count_moved_assignments();
CREATE TRIGGER mark_is_counted AFTER INSERT ON board_mark REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_added_marks();
CREATE TRIGGER mark_is_moved AFTER UPDATE ON board_mark REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION count_moved_marks();
CREATE TRIGGER mark_is_taken AFTER DELETE ON board_mark REFERENCING OLD TABLE AS taken
    FOR EACH STATEMENT EXECUTE FUNCTION count_taken_marks();
CREATE TRIGGER deadline_lights AFTER UPDATE ON deadline REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION light_assignments();

-- Adds the changes up; nobody who counts meanwhile sees one twice, or not at all.
CREATE FUNCTION add_up_board() RETURNS integer
    LANGUAGE sql AS $$
    WITH taken AS (DELETE FROM board_change RETURNING region, measure, n),
    summed AS (
        SELECT d.digits, left(t.region, d.digits) AS region, t.measure, sum(t.n) AS n
        FROM taken t, (VALUES (6), (15)) d (digits)
        GROUP BY 1, 2, 3),
    written AS (
        INSERT INTO board_count AS c (digits, region, measure, n)
        SELECT digits, region, measure, n FROM summed WHERE n <> 0
        ON CONFLICT (digits, region, measure) DO UPDATE SET n = c.n + excluded.n)
    SELECT count(*)::integer FROM taken
$$;

-- What was there before.
INSERT INTO board_change (region, measure, n)
SELECT region, phase, count(*) FROM assignment WHERE phase <> 'ENDED' GROUP BY region, phase;
INSERT INTO board_mark (id, kind, region, measure)
SELECT a.id, 'LIGHT', a.region, CASE WHEN bool_or(d.state = 'MISSED') THEN 'RED' ELSE 'YELLOW' END
FROM assignment a JOIN deadline d ON d.assignment = a.id
WHERE a.is_open AND d.stopped_at IS NULL AND d.state IN ('MISSED', 'APPROACHING')
GROUP BY a.id, a.region;

-- The board of a region, by what lies directly below it: "place" is the child's code, or the region's own where no more is
-- known. Only within the scope of the request.
CREATE FUNCTION board(code text, child_digits integer) RETURNS TABLE (place text, measure text, n bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT left(counted.region, child_digits), counted.measure, sum(counted.n)::bigint
    FROM (
        SELECT c.region, c.measure, c.n FROM board_count c
        WHERE c.digits = CASE WHEN length(code) < 6 THEN 6 ELSE 15 END AND c.region >= code AND c.region < code || ':'
        UNION ALL
        SELECT c.region, c.measure, c.n FROM board_change c WHERE c.region >= code AND c.region < code || ':') counted
    WHERE in_scope(code, '{}'::text[], NULL)
    GROUP BY 1, 2
$$;
REVOKE EXECUTE ON FUNCTION board, add_up_board FROM PUBLIC;
GRANT EXECUTE ON FUNCTION board TO ${app};
GRANT EXECUTE ON FUNCTION add_up_board TO ${reader};

-- Whistles that sound in a subtree; those that are closed stay in the table for good.
CREATE INDEX whistle_sounding ON whistle (region) WHERE phase = 'SOUNDED';
