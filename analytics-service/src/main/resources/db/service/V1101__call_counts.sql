-- What the call centre counts itself: the log begins where a call was answered. It is not made anew from the log.
create table call_count (
    region    text collate "C" not null,          -- whose hotline
    day       date not null,
    offered   bigint not null check (offered >= connected),
    connected bigint not null check (connected >= within_15s),
    within_15s bigint not null check (within_15s >= 0),
    said_at   timestamptz not null default app_now(),
    primary key (region, day)
);
grant select, insert, update on call_count to ${app};
alter table call_count enable row level security;
alter table call_count force row level security;
create policy call_count_scope on call_count to ${app} using (in_scope(region, null, null))
    with check (in_scope(region, null, null));
