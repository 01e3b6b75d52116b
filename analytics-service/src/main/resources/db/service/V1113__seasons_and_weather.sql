-- What the season brings, as data of the province: plans are due before it begins.
create table season (
    code      text collate "C" primary key,
    region    text collate "C" not null,
    name      text not null,
    category  text collate "C" not null,
    begins    date not null,
    ends      date not null check (ends >= begins),
    lead_days int not null check (lead_days between 0 and 180),
    said_at   timestamptz not null default app_now()
);
insert into season (code, region, name, category, begins, ends, lead_days) values
    ('HEATING-2026', '21', '供暖季开始', 'HEATING_OFF', '2026-11-01', '2026-11-22', 14),
    ('HEATING-2027', '21', '供暖季开始', 'HEATING_OFF', '2027-11-01', '2027-11-22', 14),
    ('WAGES-2027', '21', '春节前工资支付', 'LABOUR.WAGES_NOT_PAID', '2027-01-16', '2027-02-05', 14),
    ('ADMISSION-2027', '21', '中小学招生入学', 'ADMISSION', '2027-06-15', '2027-09-05', 14);

-- Weather warnings (气象预警) as the weather service gives them, and which matters each brings.
create table weather_alert (
    region  text collate "C" not null,
    day     date not null,
    kind    text not null,
    level   text not null check (level in ('BLUE', 'YELLOW', 'ORANGE', 'RED')),
    said_at timestamptz not null default app_now(),
    primary key (region, day, kind)
);
create index weather_alert_said on weather_alert (said_at);
create table weather_matter (
    kind     text not null,
    category text collate "C" not null,
    primary key (kind, category)
);
insert into weather_matter (kind, category) values
    ('COLD_WAVE', 'HEATING_OFF'), ('COLD_WAVE', 'HEATING_SERVICE'), ('COLD_WAVE', 'WATER_OFF'),
    ('HEAVY_RAIN', 'DRAINAGE'), ('HEAVY_RAIN', 'POWER_OFF'),
    ('SNOW', 'STREET_CLEANING'), ('SNOW', 'ROADS'),
    ('HEAT', 'POWER_OFF'), ('HEAT', 'WATER_OFF'),
    ('WIND', 'POWER_OFF'), ('WIND', 'GREENERY');

grant select, insert, update on season, weather_alert to ${app};
grant select on weather_matter to ${app}, ${reader};
grant select on season, weather_alert to ${reader};

alter table season enable row level security;
alter table season force row level security;
create policy season_seen on season for select to ${app} using (in_scope(region, null, null));
create policy season_kept on season for insert to ${app} with check (in_scope(region, null, null));
create policy season_changed on season for update to ${app} using (in_scope(region, null, null))
    with check (in_scope(region, null, null));
create policy season_reader on season for select to ${reader} using (true);

alter table weather_alert enable row level security;
alter table weather_alert force row level security;
create policy weather_alert_scope on weather_alert to ${app} using (in_scope(region, null, null))
    with check (in_scope(region, null, null));
create policy weather_alert_reader on weather_alert for select to ${reader} using (true);
