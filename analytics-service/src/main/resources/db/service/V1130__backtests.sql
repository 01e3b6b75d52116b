-- Back-tests: jobs that any replica may take and any may tell of. Their results are figures; they are not made anew.
create table backtest (
    id         uuid primary key,
    region     text collate "C" not null,        -- with all below it: what the job reads, and who may see it
    asked      json not null,
    state      text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    asked_by   text not null,
    asked_at   timestamptz not null default app_now(),
    started_at timestamptz,
    beat_at    timestamptz,                      -- the last sign of life of the replica that runs it
    ended_at   timestamptz,
    read       bigint not null default 0,        -- complaints gone through so far
    total      bigint,
    cause      text,
    result     json
);
create index backtest_open on backtest (asked_at) where state in ('WAITING', 'RUNNING');
create index backtest_listed on backtest (asked_at desc, id desc);

grant select, insert on backtest to ${app};
grant select, update, delete on backtest to ${reader};
alter table backtest enable row level security;
alter table backtest force row level security;
create policy backtest_scope on backtest to ${app} using (in_scope(region, null, null))
    with check (in_scope(region, null, null));
create policy backtest_reader on backtest to ${reader} using (true);

-- A back-test of FACILITY reads on which networks tickets were, of tickets that the caller may see; not the names in their
-- words.
grant select (ticket_id, networks) on ticket_network to ${app};
alter table ticket_network enable row level security;
alter table ticket_network force row level security;
create policy ticket_network_scope on ticket_network for select to ${app}
    using (exists (select from ticket_fact t where t.ticket_id = ticket_network.ticket_id));
create policy ticket_network_reader on ticket_network to ${reader} using (true);

-- How many wait or run, whoever asked for them: a number, and nothing of theirs.
create policy backtest_door on backtest for select to current_user using (true);
create function waiting_backtests() returns bigint
    language sql stable security definer set search_path = public, pg_temp
as $$ select count(*) from backtest where state in ('WAITING', 'RUNNING') $$;
revoke execute on function waiting_backtests() from public;
grant execute on function waiting_backtests() to ${app};
