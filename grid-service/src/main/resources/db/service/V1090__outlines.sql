-- Outlines of regions, and what has changed in the register since a process last looked.

ALTER TABLE region ADD COLUMN outline bytea;
COMMENT ON COLUMN region.outline IS 'WKB, a polygon or several, CGCS2000';

-- Whoever changes regions holds the register's lock to the end, so that the numbers stand in the order of the commits and
-- a reader who goes on after the highest that it saw leaves nothing out.
CREATE SEQUENCE region_changes;
ALTER TABLE region ADD COLUMN changed bigint NOT NULL DEFAULT nextval('region_changes');
CREATE INDEX region_changed ON region (changed);
GRANT USAGE ON SEQUENCE region_changes TO ${app};

CREATE FUNCTION number_region_change() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed := nextval('region_changes');
    RETURN NEW;
END
$$;
CREATE TRIGGER region_is_changed BEFORE UPDATE ON region
    FOR EACH ROW EXECUTE FUNCTION number_region_change();

-- Which grids took the place of one that was split or merged. Its row in region says from when.
CREATE TABLE region_successor (
    code      text COLLATE "C" NOT NULL REFERENCES region,
    successor text COLLATE "C" NOT NULL REFERENCES region,
    PRIMARY KEY (code, successor)
);
CREATE INDEX region_predecessor ON region_successor (successor);
GRANT SELECT ON region_successor TO ${app}, ${reader};
GRANT INSERT ON region_successor TO ${app};
-- As regions: public, and written within the scope of whoever splits or merges.
ALTER TABLE region_successor ENABLE ROW LEVEL SECURITY;
ALTER TABLE region_successor FORCE ROW LEVEL SECURITY;
CREATE POLICY region_successor_public ON region_successor FOR SELECT USING (true);
CREATE POLICY region_successor_added ON region_successor FOR INSERT TO ${app}
    WITH CHECK (in_scope(code, '{}'::text[], NULL) AND in_scope(successor, '{}'::text[], NULL));

-- A region as it goes onto the topic "regions": the divisions all, of the grids what has changed.
CREATE VIEW published_region AS
SELECT r.code, r.level,
       json_build_object('code', r.code, 'level', r.level, 'name', r.name, 'parent', r.parent, 'kind', r.kind,
                         'synthetic', r.synthetic, 'longitude', r.longitude, 'latitude', r.latitude,
                         'validFrom', r.valid_from, 'validTo', r.valid_to, 'successors', (
                             SELECT json_agg(s.successor ORDER BY s.successor) FROM region_successor s
                             WHERE s.code = r.code))::text AS data
FROM region r;
GRANT SELECT ON published_region TO ${app}, ${reader};
-- Parents go last, as at the first start.
CREATE FUNCTION publish_regions(codes text[]) RETURNS void
    LANGUAGE sql AS $$
    INSERT INTO outbox (event_id, topic, key, attributes, data)
    SELECT gen_random_uuid(), 'regions', code, '{}', data FROM published_region WHERE code = ANY (codes)
    ORDER BY level DESC, code
$$;
