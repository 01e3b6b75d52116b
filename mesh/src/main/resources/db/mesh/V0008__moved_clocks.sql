-- A paused clock keeps its end and says since when it stands: what it had left follows from the two, also when it was given
-- longer meanwhile, and it can go on as if it had never stopped.
alter table deadline add column paused_at timestamptz;
alter table deadline_past add column paused_at timestamptz;

-- Those that stand still by now had kept what they had left instead: their ends are still there, so it follows from these.
update deadline d set counted = null, paused_at = coalesce(
    (select max(s.started_at) from deadline s where s.assignment = d.assignment and s.act = 'SUSPENSION'), app_now())
where state = 'PAUSED' and paused_at is null;

-- A clock may be moved twice at one instant, in one batch.
alter table deadline_change drop constraint deadline_change_pkey;
alter table deadline_change add column n bigint generated always as identity;
alter table deadline_change add primary key (deadline_id, n);

-- Paused ones are counted again as well: what they have left rests on their end.
drop index deadline_provisional;
create index deadline_provisional on deadline (id) where provisional and state in ('RUNNING', 'APPROACHING', 'PAUSED');

-- The doors below run as the owner, before whom row-level security keeps no scope. A command that has written, in this very
-- transaction, an event of a ticket was let through by its service's scope and by the fold, and moves that ticket's clocks;
-- readers and firings move any.
create function may_move_clocks(ticket uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select session_user <> '${app}' or exists (
        select from outbox o where o.ticket_id = ticket and o.xmin = pg_current_xact_id_if_assigned()::xid)
$$;
revoke execute on function may_move_clocks(uuid) from public;

-- Starts clocks; for a command they start with its commit.
create function arm_clocks(clocks text) returns void
    language sql volatile security definer set search_path = public, pg_temp
as $$
    insert into deadline (id, ticket_id, lock_key, round, assignment, act, region, unit, worker, rule, calendar,
        provisional, limit_unit, counted, counted_from, start_rule, band, started_at, due_at, yellow_at, next_at)
    select * from json_to_recordset(clocks::json) as d (id uuid, ticket_id uuid, lock_key bigint, round int,
        assignment uuid, act text, region text, unit text, worker text, rule text, calendar text, provisional boolean,
        limit_unit text, counted text, counted_from timestamptz, start_rule text, band smallint, started_at timestamptz,
        due_at timestamptz, yellow_at timestamptz, next_at timestamptz)
    where may_move_clocks(d.ticket_id)
$$;

-- The one way by which a clock is paused, goes on, or gets another end, for commands and for readers: what its end was is
-- kept with the reason. Whoever calls it holds the tickets' locks.
create function move_clocks(moves text) returns void
    language sql volatile security definer set search_path = public, pg_temp
as $$
    with moved as (
        select * from json_to_recordset(moves::json) as m (id uuid, at timestamptz, due_at timestamptz, yellow_at timestamptz,
            provisional boolean, calendar text, counted text, counted_from timestamptz, paused_at timestamptz, reason text,
            rule text, limit_unit text, band smallint, start_rule text, region text)
    ), kept as (
        insert into deadline_change (deadline_id, at, old_due_at, new_due_at, reason, calendar)
        select d.id, m.at, d.due_at, m.due_at, m.reason, m.calendar
        from moved m join deadline d on d.id = m.id where d.due_at <> m.due_at and may_move_clocks(d.ticket_id)
    )
    update deadline d set due_at = m.due_at, yellow_at = m.yellow_at, provisional = m.provisional, calendar = m.calendar,
        counted = m.counted, counted_from = m.counted_from, paused_at = m.paused_at, stopped_at = null,
        rule = coalesce(m.rule, d.rule), limit_unit = coalesce(m.limit_unit, d.limit_unit), band = coalesce(m.band, d.band),
        start_rule = coalesce(m.start_rule, d.start_rule), region = coalesce(m.region, d.region),
        state = case when m.paused_at is not null then 'PAUSED' when m.yellow_at > m.at then 'RUNNING'
            when d.state = 'APPROACHING' then 'APPROACHING' else 'RUNNING' end,
        next_at = case when m.paused_at is not null then null when m.yellow_at > m.at then m.yellow_at else m.due_at end
    from moved m where d.id = m.id and may_move_clocks(d.ticket_id)
$$;

revoke execute on function arm_clocks(text), move_clocks(text) from public;
grant execute on function arm_clocks(text), move_clocks(text) to ${app}, ${reader};
