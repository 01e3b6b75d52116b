-- Who works in a grid now decides what a worker sees: what has his name on it, in the grids that he works in at present. A
-- token outlives a move; what it shows does not.

-- The places that somebody works in now: his grids, those whose place they took, and the community, town and county of
-- each. He who stands in for an absent colleague works in the colleague's grids too, and goes on with what was given to him
-- then, unless he has left that grid since.
CREATE FUNCTION places_of(who text) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE STRICT COST 1000 SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE present AS MATERIALIZED (
        SELECT app_now() AS at),
    grids AS (
        (SELECT m.grid FROM membership m, present p
         WHERE m.worker = who AND m.valid_from <= p.at AND (m.valid_to IS NULL OR p.at < m.valid_to)
         UNION ALL
         SELECT m.grid FROM absence b, membership m, present p
         WHERE b.stand_in = who AND b.from_at <= p.at AND b.from_at < b.to_at AND m.worker = b.worker
             AND m.valid_from < b.to_at AND (m.valid_to IS NULL OR b.from_at < m.valid_to)
             AND NOT EXISTS (SELECT FROM membership l
                             WHERE l.worker = who AND l.grid = m.grid AND b.from_at < l.valid_to AND l.valid_to <= p.at))
        UNION
        SELECT s.code FROM region_successor s JOIN grids g ON s.successor = g.grid)
    SELECT coalesce(array_agg(DISTINCT left(g.grid, d.digits)), '{}')
    FROM grids g, present p, unnest(ARRAY[6, 9, 12, 15]) d (digits)
    WHERE EXISTS (SELECT FROM worker w
                  WHERE w.id = who AND w.valid_from <= p.at AND (w.valid_to IS NULL OR p.at < w.valid_to))
$$;
REVOKE EXECUTE ON FUNCTION places_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION places_of TO ${app}, ${reader};
CREATE POLICY absence_placed ON absence FOR SELECT TO CURRENT_USER USING (true);
CREATE INDEX absence_stand_in ON absence (stand_in) WHERE stand_in IS NOT NULL;

-- Whether a place is one of them, for each row that is shown: by one look at an index where it is his own grid or lies around
-- it, which it nearly always does. plpgsql keeps its plan from call to call; its
-- two texts may come with different collations.
CREATE FUNCTION works_at(who text, place text) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT COST 20 SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    at timestamptz := app_now();
BEGIN
    IF EXISTS (SELECT FROM membership m JOIN worker w ON w.id = m.worker
               WHERE m.worker = who COLLATE "C" AND length(place) IN (6, 9, 12, 15) AND left(m.grid, length(place)) = place COLLATE "C"
                 AND m.valid_from <= at AND (m.valid_to IS NULL OR at < m.valid_to)
                 AND w.valid_from <= at AND (w.valid_to IS NULL OR at < w.valid_to)) THEN
        RETURN true;
    END IF;
    RETURN place COLLATE "C" = ANY (places_of(who COLLATE "C"));
END
$$;
REVOKE EXECUTE ON FUNCTION works_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION works_at TO ${app}, ${reader};

-- All places of whoever the request is of, for a query to ask once.
CREATE FUNCTION my_places() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE COST 1000
    RETURN coalesce(places_of(nullif(current_setting('chuishao.worker', true), '')), '{}');
REVOKE EXECUTE ON FUNCTION my_places FROM PUBLIC;
GRANT EXECUTE ON FUNCTION my_places TO ${app};

-- As in V0002, but what has the worker's name is his only where he works now. CASE: AND would ask for places in vain.
CREATE OR REPLACE FUNCTION in_scope(region text, units text[], worker text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(region ^@ ANY (string_to_array(current_setting('chuishao.regions', true), ',', '')), false)
        OR coalesce(nullif(current_setting('chuishao.unit', true), '') = ANY (units), false)
        OR CASE WHEN nullif(current_setting('chuishao.worker', true), '') = worker
                THEN coalesce(works_at(worker, region), false) ELSE false END;

-- Who works where is set within the setter's regions; a worker sees himself, whatever he has left, and sets nothing.
GRANT INSERT, UPDATE ON worker TO ${app};
DROP POLICY worker_scope ON worker;
CREATE POLICY worker_seen ON worker FOR SELECT TO ${app}
    USING (in_scope(region, ARRAY[unit], NULL) OR id = nullif(current_setting('chuishao.worker', true), ''));
CREATE POLICY worker_added ON worker FOR INSERT TO ${app} WITH CHECK (in_scope(region, '{}'::text[], NULL));
CREATE POLICY worker_changed ON worker FOR UPDATE TO ${app} USING (in_scope(region, '{}'::text[], NULL));
DROP POLICY membership_scope ON membership;
CREATE POLICY membership_seen ON membership FOR SELECT TO ${app}
    USING (in_scope(grid, '{}'::text[], NULL) OR worker = nullif(current_setting('chuishao.worker', true), ''));
CREATE POLICY membership_begun ON membership FOR INSERT TO ${app} WITH CHECK (in_scope(grid, '{}'::text[], NULL));
CREATE POLICY membership_changed ON membership FOR UPDATE TO ${app} USING (in_scope(grid, '{}'::text[], NULL));

-- What somebody has in hand where his membership ended goes to others; until that is done the membership is looked at.
ALTER TABLE membership ADD COLUMN handed_on boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN membership.handed_on IS 'it has ended, and nothing of its grid is in the worker''s hands any more';
ALTER TABLE membership ADD COLUMN end_seen_at timestamptz;
COMMENT ON COLUMN membership.end_seen_at IS 'when its end was first seen to have come: an import may say that it was long ago';
CREATE INDEX membership_to_hand_on ON membership (valid_to) WHERE valid_to IS NOT NULL AND NOT handed_on;
-- Whoever has left altogether may have memberships that nobody ended.
CREATE INDEX worker_ended ON worker (valid_to) WHERE valid_to IS NOT NULL;
CREATE INDEX membership_not_handed_on ON membership (worker) WHERE NOT handed_on;
GRANT UPDATE (handed_on, end_seen_at) ON membership TO ${reader};

-- Who has an end that nobody has dealt with yet: of a membership, or of the worker himself.
CREATE FUNCTION leavers() RETURNS SETOF membership
    LANGUAGE sql STABLE ROWS 20 AS $$
    SELECT m.* FROM membership m WHERE NOT m.handed_on AND m.valid_to <= (SELECT app_now())
    UNION ALL
    SELECT m.* FROM worker w JOIN membership m ON m.worker = w.id
    WHERE w.valid_to <= (SELECT app_now()) AND NOT m.handed_on
      AND (m.valid_to IS NULL OR m.valid_to > (SELECT app_now()))
$$;
REVOKE EXECUTE ON FUNCTION leavers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION leavers TO ${reader};
-- The results of a leaver that may still come back; what is settled is ended.
CREATE INDEX assignment_worker_resolved ON assignment (worker) WHERE phase = 'RESOLVED';

-- An end that is moved, or a worker who comes back, is dealt with anew.
CREATE FUNCTION end_anew() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.handed_on := false;
    NEW.end_seen_at := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER membership_ends BEFORE UPDATE OF valid_to ON membership
    FOR EACH ROW WHEN (OLD.valid_to IS DISTINCT FROM NEW.valid_to) EXECUTE FUNCTION end_anew();
CREATE FUNCTION worker_ends_anew() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE membership SET handed_on = false, end_seen_at = NULL
    WHERE worker = NEW.id AND (handed_on OR end_seen_at IS NOT NULL) AND (valid_to IS NULL OR valid_to > app_now());
    RETURN NULL;
END
$$;
CREATE TRIGGER worker_ends AFTER UPDATE OF valid_to ON worker
    FOR EACH ROW WHEN (OLD.valid_to IS DISTINCT FROM NEW.valid_to) EXECUTE FUNCTION worker_ends_anew();
-- Of a role in a grid somebody has one membership that is open.
CREATE UNIQUE INDEX membership_open ON membership (grid, role, worker) WHERE valid_to IS NULL;
DROP POLICY membership_reader ON membership;
CREATE POLICY membership_reader ON membership TO ${reader} USING (true);

-- Units are public reference data, as regions: written within the importer's scope.
GRANT INSERT, UPDATE ON unit TO ${app};
ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit FORCE ROW LEVEL SECURITY;
CREATE POLICY unit_public ON unit FOR SELECT USING (true);
CREATE POLICY unit_added ON unit FOR INSERT TO ${app} WITH CHECK (in_scope(region, '{}'::text[], NULL));
CREATE POLICY unit_changed ON unit FOR UPDATE TO ${app} USING (in_scope(region, '{}'::text[], NULL));
CREATE POLICY unit_first_load ON unit TO CURRENT_USER USING (true);
