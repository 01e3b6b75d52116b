-- The tree of categories, and the versions by which a province changes its rules.

alter table industry_line
    add column zh_description text not null default '',
    add column en_description text not null default '';

alter table category
    add column parent     text collate "C",           -- the next coarser one; null at the top
    add column kind       text,                       -- what it usually is
    add column key_areas  text[] not null default '{}',
    add column grid_event text;

-- The lowest level that {territory} stands for, 3 county to 5 community; null: the smallest known.
alter table catalogue_entry add column level smallint check (level between 3 and 5);
alter table catalogue_addition add column level smallint check (level between 3 and 5);

-- A category may come by a version alone.
alter table catalogue_addition drop constraint catalogue_addition_category_fkey;

-- One row of a table of rules from a day on, as it stands in the file that brought it. Nothing is ever changed or deleted: of
-- the rows of one code and region the last that has begun holds, and the earlier ones tell what held before.
create table rule_version (
    id          integer generated always as identity primary key,
    sort        text not null check (sort in ('TERM', 'LINE', 'CATEGORY', 'CATALOGUE', 'CONFLICT')),
    code        text collate "C" not null,
    region      text collate "C" not null check (region ~ '^[0-9]{2,15}$'),
    valid_from  date not null,
    fields      text[] not null,
    imported_by text not null,
    imported_at timestamptz not null default clock_timestamp(),
    unique (sort, code, region, valid_from)
);

-- A change of the catalogue is tried on the decisions of the last weeks.
create index decision_at on decision (at);

grant select, insert on rule_version to ${app};
grant select on rule_version to ${reader};

-- The rules are public; they are changed only within the importer's scope.
alter table rule_version enable row level security;
alter table rule_version force row level security;
create policy rule_version_public on rule_version for select using (true);
create policy rule_version_added on rule_version for insert to ${app} with check (in_scope(region, '{}'::text[], null));
