-- Who works in a grid now decides what a worker sees: what has his name on it, in the grids that he works in at present. A
-- token outlives a move; what it shows does not.

-- The places that somebody works in now: his grids, those whose place they took, and the community, town and county of
-- each. He who stands in for an absent colleague works in the colleague's grids too, and goes on with what was given to him
-- then, unless he has left that grid since.
CREATE FUNCTION places_of(who text) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE STRICT COST 1 SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- The same of whoever the request is of, for a query to ask once.
CREATE FUNCTION my_places() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE COST 1
    RETURN coalesce(places_of(nullif(current_setting('chuishao.worker', true), '')), '{}');
REVOKE EXECUTE ON FUNCTION my_places FROM PUBLIC;
GRANT EXECUTE ON FUNCTION my_places TO ${app};

-- As in V0002, but what has the worker's name is his only where he works now. CASE: AND would ask for places in vain.
CREATE OR REPLACE FUNCTION in_scope(region text, units text[], worker text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(region ^@ ANY (string_to_array(current_setting('chuishao.regions', true), ',', '')), false)
        OR coalesce(nullif(current_setting('chuishao.unit', true), '') = ANY (units), false)
        OR CASE WHEN nullif(current_setting('chuishao.worker', true), '') = worker
                THEN coalesce(region = ANY (places_of(worker)), false) ELSE false END;

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
CREATE INDEX membership_to_hand_on ON membership (valid_to) WHERE valid_to IS NOT NULL AND NOT handed_on;
GRANT UPDATE (handed_on) ON membership TO ${reader};
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
