-- How many households a company or an estate serves, as somebody answers for it: what complaints per 1,000 households are
-- made of. It is not made anew from the log.
create table households (
    unit       text collate "C" not null,
    year       int not null check (year between 2000 and 2100),
    region     text collate "C" not null,         -- of the unit, when it was said
    households int not null check (households > 0),
    source     text not null,
    said_at    timestamptz not null default app_now(),
    primary key (unit, year)
);
grant select, insert, update on households to ${app};
alter table households enable row level security;
alter table households force row level security;
create policy households_seen on households for select to ${app} using (in_scope(region, array[unit], null));
create policy households_said on households for insert to ${app} with check (in_scope(region, null, null));
create policy households_corrected on households for update to ${app} using (in_scope(region, null, null))
    with check (in_scope(region, null, null));
