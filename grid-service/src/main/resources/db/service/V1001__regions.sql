-- The register of places, units and people that hold roles in the grids.
-- Codes sort as bytes: a prefix names an ancestor, and a range scan over the primary key finds a subtree.

CREATE TABLE region (
    code       text COLLATE "C" PRIMARY KEY,
    level      smallint    NOT NULL CHECK (level BETWEEN 1 AND 6),
    name       text        NOT NULL CHECK (name <> ''),
    parent     text COLLATE "C" REFERENCES region,
    kind       text        CHECK (kind IN ('BASE', 'OWN', 'INDUSTRY')),
    households integer     CHECK (households >= 0),
    synthetic  boolean     NOT NULL DEFAULT false,
    longitude  double precision,
    latitude   double precision,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from),
    CHECK (length(code) = (ARRAY[2, 4, 6, 9, 12, 15])[level]),
    CHECK ((level = 1) = (parent IS NULL)),
    CHECK ((level = 6) = (kind IS NOT NULL))
);
COMMENT ON COLUMN region.longitude IS 'label point, CGCS2000';
COMMENT ON COLUMN region.valid_to IS 'an ended code stays, so that old tickets still resolve';

-- GET /regions?level= pages by code within a level, and 50,000 grids would hide 14 cities in the primary key.
CREATE INDEX region_level ON region (level, code);
-- GET /regions/{code}/children.
CREATE INDEX region_parent ON region (parent);

CREATE TABLE unit (
    id         text COLLATE "C" PRIMARY KEY,
    name       text        NOT NULL CHECK (name <> ''),
    kind       text        NOT NULL CHECK (kind IN ('DEPARTMENT', 'COMPANY', 'TOWN', 'COMMUNITY', 'COUNTY_DESK')),
    line       text,
    level      smallint    NOT NULL CHECK (level BETWEEN 1 AND 5),
    region     text COLLATE "C" NOT NULL REFERENCES region,
    superior   text COLLATE "C" REFERENCES unit,
    synthetic  boolean     NOT NULL DEFAULT false,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from)
);
-- GET /units?region= asks for the units of a region and of its subtree.
CREATE INDEX unit_region ON unit (region);

CREATE TABLE worker (
    id         text COLLATE "C" PRIMARY KEY,
    name       text        NOT NULL CHECK (name <> ''),
    unit       text COLLATE "C" NOT NULL REFERENCES unit,
    region     text COLLATE "C" NOT NULL REFERENCES region,
    synthetic  boolean     NOT NULL DEFAULT false,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from)
);
-- Row security filters workers by the region's prefix.
CREATE INDEX worker_region ON worker (region);

CREATE TABLE membership (
    grid       text COLLATE "C" NOT NULL REFERENCES region,
    role       text        NOT NULL,
    worker     text COLLATE "C" NOT NULL REFERENCES worker,
    line       text,
    backup     boolean     NOT NULL DEFAULT false,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from),
    -- Also the index of a dispatch: all roles in the grids of one community lie side by side.
    PRIMARY KEY (grid, role, worker, valid_from)
);
-- A worker's own grids.
CREATE INDEX membership_worker ON membership (worker);

GRANT SELECT ON region, unit, worker, membership TO ${app}, ${reader};
-- An import of grids adds and ends them; nothing is ever deleted.
GRANT INSERT, UPDATE ON region, membership TO ${app};

-- Regions and units are public reference data, written only within the importer's scope; who works where is not public.
ALTER TABLE region ENABLE ROW LEVEL SECURITY;
ALTER TABLE region FORCE ROW LEVEL SECURITY;
CREATE POLICY region_public ON region FOR SELECT USING (true);
CREATE POLICY region_added ON region FOR INSERT TO ${app} WITH CHECK (in_scope(code, '{}'::text[], NULL));
CREATE POLICY region_changed ON region FOR UPDATE TO ${app} USING (in_scope(code, '{}'::text[], NULL));
CREATE POLICY region_first_load ON region TO CURRENT_USER USING (true);

ALTER TABLE worker ENABLE ROW LEVEL SECURITY;
ALTER TABLE worker FORCE ROW LEVEL SECURITY;
CREATE POLICY worker_scope ON worker TO ${app} USING (in_scope(region, ARRAY[unit], id));
CREATE POLICY worker_reader ON worker FOR SELECT TO ${reader} USING (true);
CREATE POLICY worker_first_load ON worker TO CURRENT_USER USING (true);

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY membership_scope ON membership TO ${app} USING (in_scope(grid, '{}'::text[], worker));
CREATE POLICY membership_reader ON membership FOR SELECT TO ${reader} USING (true);
CREATE POLICY membership_first_load ON membership TO CURRENT_USER USING (true);
