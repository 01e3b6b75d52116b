-- How many tickets stand where, counted from the log as it is read: one row for each place, category, state and kind that
-- ever held a ticket. Sums over a subtree are made when they are asked for.
create table figure_count (
    region   text collate "C" not null,        -- the smallest region known
    category text collate "C" not null,        -- UNCLASSIFIED until routing has spoken
    state    text collate "C" not null,
    kind     text collate "C" not null,
    tickets  bigint not null,
    primary key (region, category, state, kind)
);

-- What came in and what was closed, by the day (Asia/Shanghai) of the event and the place at that time.
create table figure_day (
    day      date not null,
    region   text collate "C" not null,
    received bigint not null default 0,
    closed   bigint not null default 0,
    primary key (day, region)
);

grant select on figure_count, figure_day to ${app};
grant select, insert, update, delete on figure_count, figure_day to ${reader};

alter table figure_count enable row level security;
alter table figure_count force row level security;
create policy figure_count_scope on figure_count to ${app} using (in_scope(region, null, null));
create policy figure_count_reader on figure_count to ${reader} using (true);

alter table figure_day enable row level security;
alter table figure_day force row level security;
create policy figure_day_scope on figure_day to ${app} using (in_scope(region, null, null));
create policy figure_day_reader on figure_day to ${reader} using (true);
