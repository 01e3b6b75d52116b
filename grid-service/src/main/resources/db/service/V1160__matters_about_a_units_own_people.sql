-- What is about a unit's own people (利益回避): none of them has it in hand, the unit's desk has.
CREATE TABLE own_people_matter (
    category text COLLATE "C" PRIMARY KEY,
    kinds    varchar[] NOT NULL
);
COMMENT ON COLUMN own_people_matter.category IS 'as routing names it, with all below it';
COMMENT ON COLUMN own_people_matter.kinds IS 'of tickets; empty: any';
INSERT INTO own_people_matter (category, kinds) VALUES
    ('POLICE_CONDUCT', '{}'),
    ('HEATING_SERVICE.NO_VISIT_FOR_MEASURING_OR_REPAIR', '{}'),
    ('PROPERTY_SERVICE', '{COMPLAINT}'),
    ('PROPERTY_FUND', '{COMPLAINT}'),
    ('OWNERS_MEETING', '{COMPLAINT}');
GRANT SELECT ON own_people_matter TO ${app}, ${reader};

-- Whoever works in a grid for an industry's unit is none of the community's: he blows no whistle in its name.
CREATE OR REPLACE FUNCTION my_grid_at(place text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE me AS (
        SELECT w.id, app_now() AS at FROM worker w
        WHERE w.id = nullif(current_setting('chuishao.worker', true), '')
          AND w.valid_from <= app_now() AND (w.valid_to IS NULL OR app_now() < w.valid_to)),
    grids AS (
        (SELECT m.grid FROM me JOIN membership m ON m.worker = me.id AND m.line IS NULL
         WHERE m.valid_from <= me.at AND (m.valid_to IS NULL OR me.at < m.valid_to)
         UNION ALL
         SELECT m.grid FROM me JOIN absence b ON b.stand_in = me.id
         JOIN membership m ON m.worker = b.worker AND m.line IS NULL
         WHERE b.from_at <= me.at AND me.at < b.to_at
           AND m.valid_from <= me.at AND (m.valid_to IS NULL OR me.at < m.valid_to))
        UNION
        SELECT s.code FROM region_successor s JOIN grids g ON s.successor = g.grid)
    SELECT min(grid) FROM grids WHERE grid ^@ place
$$;
