-- How it is known that somebody was on site for an assignment (到场): by his position, once and for that moment, or by the code
-- that a desk had shown there. Of a position stays how far from the site it was: where he was is not kept.
CREATE TABLE arrival (
    id            uuid        PRIMARY KEY,
    assignment_id uuid        NOT NULL REFERENCES assignment,
    proof         text        NOT NULL CHECK (proof IN ('POSITION', 'CODE')),
    crs           text,
    measured_from text        CHECK (measured_from IN ('SITE', 'GRID')),
    metres        bigint      CHECK (metres >= 0),
    arrived_at    timestamptz NOT NULL,
    CHECK ((proof = 'POSITION') = (metres IS NOT NULL)),
    CHECK (num_nulls(crs, measured_from, metres) IN (0, 3))
);
COMMENT ON COLUMN arrival.crs IS 'the system that the device gave its position in';
COMMENT ON COLUMN arrival.metres IS 'from the ticket''s own position, or from the border of the grid: 0 within it';
CREATE INDEX arrival_assignment ON arrival (assignment_id);

CREATE TABLE site_code (
    assignment_id uuid        PRIMARY KEY REFERENCES assignment,
    code          text        NOT NULL,                  -- sealed
    made_by       text        NOT NULL,
    made_at       timestamptz NOT NULL
);

GRANT SELECT, INSERT ON arrival, site_code TO ${app};

-- Who has the work in hand or oversees it.
ALTER TABLE arrival ENABLE ROW LEVEL SECURITY;
ALTER TABLE arrival FORCE ROW LEVEL SECURITY;
CREATE POLICY arrival_scope ON arrival TO ${app}
    USING (EXISTS (SELECT FROM assignment a WHERE a.id = arrival.assignment_id
                     AND in_scope(a.region, ARRAY[a.unit], a.worker)));
ALTER TABLE site_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE site_code FORCE ROW LEVEL SECURITY;
CREATE POLICY site_code_scope ON site_code TO ${app}
    USING (EXISTS (SELECT FROM assignment a WHERE a.id = site_code.assignment_id
                     AND in_scope(a.region, ARRAY[a.unit], a.worker)));
