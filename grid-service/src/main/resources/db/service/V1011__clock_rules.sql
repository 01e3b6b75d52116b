-- Clock rules (时限规则), each with all its versions; those that come with the product are loaded at the first start. A
-- version is never edited: the next one ends its validity.
CREATE TABLE clock_rule (
    id         text        NOT NULL,
    version    integer     NOT NULL CHECK (version > 0),
    act        text        NOT NULL,
    level      text        NOT NULL,
    region     text        COLLATE "C",        -- holds in it and all that lies in it; null anywhere
    category   text,                           -- or its beginning and a star; null any
    line       text,                           -- industry line whose own clock it is
    hours      text,                           -- local hours in which the clock starts; null around the clock
    time_limit text        NOT NULL,           -- 10min 24h 2wh 15d 5wd 9months
    start_rule text        NOT NULL,
    stops      boolean     NOT NULL,           -- a suspension stops the clock
    valid_from date        NOT NULL,
    valid_to   date        CHECK (valid_to > valid_from),  -- the first day on which it is no longer valid
    recounts   boolean     NOT NULL,           -- clocks that run by an earlier version are counted again
    source     text        NOT NULL,
    set_at     timestamptz NOT NULL,
    set_by     text        NOT NULL,
    published  boolean     NOT NULL DEFAULT false,  -- stands in the outbox for the topic rules
    PRIMARY KEY (id, version),
    CONSTRAINT the_citizens_clock_never_stops CHECK (NOT (act = 'CITIZEN' AND stops))
);
ALTER TABLE calendar_year ADD COLUMN published boolean NOT NULL DEFAULT false;

-- The records of the compacted topic rules, one a year and one a rule.
CREATE VIEW published_year AS
SELECT year, published, json_build_object('year', year, 'version', version, 'off', off, 'work', work, 'source', source)::text AS data
FROM calendar_year;

CREATE VIEW published_rule AS
SELECT id, bool_and(published) AS published,
       json_build_object('id', id, 'act', act, 'level', level, 'region', region, 'category', category, 'line', line,
                         'hours', hours, 'versions', json_agg(json_build_object(
           'version', version::text, 'limit', time_limit, 'start', start_rule, 'stops', stops, 'validFrom', valid_from,
           'validTo', valid_to, 'recounts', recounts, 'source', source) ORDER BY version))::text AS data
FROM clock_rule
GROUP BY id, act, level, region, category, line, hours;

-- Public reference data. Which role may write it is asked at the door, for which region here as well; of a version that
-- stands only its end may be set.
GRANT SELECT ON clock_rule, published_year, published_rule TO ${app}, ${reader};
GRANT INSERT, UPDATE (valid_to) ON clock_rule TO ${app};
ALTER TABLE clock_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE clock_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY rule_public ON clock_rule FOR SELECT USING (true);
CREATE POLICY rule_set ON clock_rule FOR INSERT TO ${app} WITH CHECK (region IS NULL OR in_scope(region, '{}'::text[], NULL));
CREATE POLICY rule_ended ON clock_rule FOR UPDATE TO ${app} USING (region IS NULL OR in_scope(region, '{}'::text[], NULL));
CREATE POLICY rule_first_load ON clock_rule TO CURRENT_USER USING (true);
