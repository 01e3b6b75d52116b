-- A whistle is blown for a community, from a grid: it is its blower's where he works in that grid, and not in any of the
-- community.
ALTER TABLE whistle ADD COLUMN blower_grid text COLLATE "C";
COMMENT ON COLUMN whistle.blower_grid IS 'that the worker blew it from; null where a desk or a leader did';
CREATE POLICY whistle_filled ON whistle TO CURRENT_USER USING (true);
UPDATE whistle w SET blower_grid = CASE WHEN length(w.region) = 15 THEN w.region ELSE (
    SELECT min(m.grid) FROM membership m
    WHERE m.worker = w.blower_worker AND m.grid ^@ w.region AND m.valid_from <= w.blown_at
      AND (m.valid_to IS NULL OR w.blown_at < m.valid_to)) END
WHERE w.blower_worker IS NOT NULL;
DROP POLICY whistle_filled ON whistle;

-- The third branch of in_scope alone, for a row that says where its worker did it apart from where it lies.
CREATE FUNCTION is_own(worker text, place text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN nullif(current_setting('chuishao.worker', true), '') = worker
                THEN coalesce(works_at(worker, place), false) ELSE false END;

-- The grid of whoever the request is of, at a place: that he works in at this moment, or has for a colleague who is away at
-- this moment. Null where he has none there.
CREATE FUNCTION my_grid_at(place text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE me AS (
        SELECT w.id, app_now() AS at FROM worker w
        WHERE w.id = nullif(current_setting('chuishao.worker', true), '')
          AND w.valid_from <= app_now() AND (w.valid_to IS NULL OR app_now() < w.valid_to)),
    grids AS (
        (SELECT m.grid FROM me JOIN membership m ON m.worker = me.id
         WHERE m.valid_from <= me.at AND (m.valid_to IS NULL OR me.at < m.valid_to)
         UNION ALL
         SELECT m.grid FROM me JOIN absence b ON b.stand_in = me.id JOIN membership m ON m.worker = b.worker
         WHERE b.from_at <= me.at AND me.at < b.to_at
           AND m.valid_from <= me.at AND (m.valid_to IS NULL OR me.at < m.valid_to))
        UNION
        SELECT s.code FROM region_successor s JOIN grids g ON s.successor = g.grid)
    SELECT min(grid) FROM grids WHERE grid ^@ place
$$;
REVOKE EXECUTE ON FUNCTION my_grid_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION my_grid_at TO ${app};

ALTER POLICY whistle_seen ON whistle
    USING (in_scope(region, seen_by::text[], NULL) OR is_own(blower_worker, blower_grid));
ALTER POLICY whistle_blown ON whistle
    WITH CHECK (in_scope(region, ARRAY[blower_unit], NULL) OR is_own(blower_worker, blower_grid));
ALTER POLICY whistle_handled ON whistle
    USING (in_scope(region, seen_by::text[], NULL) OR is_own(blower_worker, blower_grid));
ALTER POLICY whistle_call_made ON whistle_call
    WITH CHECK (EXISTS (SELECT FROM whistle w WHERE w.id = whistle_call.whistle_id
                          AND (in_scope(w.region, ARRAY[w.blower_unit], NULL) OR is_own(w.blower_worker, w.blower_grid))));
ALTER POLICY whistle_call_handled ON whistle_call
    USING (EXISTS (SELECT FROM whistle w WHERE w.id = whistle_call.whistle_id
                     AND (in_scope(w.region, ARRAY[w.blower_unit, whistle_call.department, whistle_call.substitute], NULL)
                          OR is_own(w.blower_worker, w.blower_grid))));

-- A notice names the worker only where he works now, and keeps where that was.
ALTER TABLE inbox_notice ADD COLUMN grid text COLLATE "C";
COMMENT ON COLUMN inbox_notice.grid IS 'where it is the worker''s, if that is not the region';
CREATE OR REPLACE FUNCTION tell_whistle() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO inbox_notice (kind, subject, ticket_id, number, phase, region, units, worker, grid)
    VALUES ('WHISTLE', NEW.id, NEW.ticket_id, NEW.number, NEW.phase, NEW.region,
        CASE WHEN NEW.phase = 'PENDING_CONFIRMATION' THEN ARRAY[NEW.blower_unit] ELSE NEW.seen_by END,
        CASE WHEN works_at(NEW.blower_worker, NEW.blower_grid) THEN NEW.blower_worker END, NEW.blower_grid);
    PERFORM pg_notify('inbox', '');
    RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION tell_whistle_call() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO inbox_notice (kind, subject, ticket_id, number, phase, region, units, worker, grid)
    SELECT 'WHISTLE', w.id, w.ticket_id, w.number, w.phase, w.region, w.seen_by,
        CASE WHEN works_at(w.blower_worker, w.blower_grid) THEN w.blower_worker END, w.blower_grid
    FROM whistle w WHERE w.id = NEW.whistle_id AND w.phase <> 'PENDING_CONFIRMATION';
    PERFORM pg_notify('inbox', '');
    RETURN NULL;
END
$$;
