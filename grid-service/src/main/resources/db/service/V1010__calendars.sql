-- Years' holiday notices (放假通知) that were loaded beside those that come with the product, or instead of them.
CREATE TABLE calendar_year (
    year      integer     PRIMARY KEY CHECK (year BETWEEN 2020 AND 2100),
    version   integer     NOT NULL,            -- counts the loadings of this year
    off       date[]      NOT NULL,
    work      date[]      NOT NULL,            -- weekend days that are worked (调休)
    source    text        NOT NULL,
    loaded_at timestamptz NOT NULL,
    loaded_by text        NOT NULL
);
-- Public reference data; who may write it is asked at the door, by role.
GRANT SELECT ON calendar_year TO ${app}, ${reader};
GRANT INSERT, UPDATE ON calendar_year TO ${app};
