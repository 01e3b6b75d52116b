-- The clocks of the acts that this service accepts. One row a clock; it fires by app_now(), the database's own time.
create table deadline (
    id          uuid        primary key,
    ticket_id   uuid        not null,
    lock_key    bigint      not null,          -- the ticket's lock, which a firing needs as any other writer of its events
    round       int         not null,
    assignment  uuid,                          -- null: the ticket's own clock
    act         text        not null,
    region      text        collate "C" not null,
    unit        text,
    worker      text,
    rule        text        not null,          -- the rule that the limit came from, with its version
    calendar    text        not null,          -- version of the calendar that it was counted by
    provisional boolean     not null default false,  -- reaches into a year whose holidays are not known
    limit_unit  text        not null,          -- min, h, d, wh, wd, months
    counted     text,                          -- what was counted: a limit, or what was left of one; null for a set instant
    counted_from timestamptz,                  -- and from when; null while it is paused
    start_rule  text        not null default 'AT_ONCE',
    band        smallint    not null,          -- 0: minutes and hours, 1: working days; the lower goes first
    started_at  timestamptz not null,
    due_at      timestamptz not null,
    yellow_at   timestamptz,
    next_at     timestamptz,                   -- when it fires next: yellow light, then due; null when it fires no more
    state       text        not null default 'RUNNING'
                check (state in ('RUNNING', 'APPROACHING', 'MISSED', 'PAUSED', 'STOPPED', 'ANNULLED')),
    stopped_at  timestamptz,                   -- when the act was done, late or not
    fired_at    timestamptz                    -- when the last firing was written
);
-- What the engine asks for, all day long: the oldest that are due, those of minutes before those of days.
create index deadline_next on deadline (band, next_at) where next_at is not null;
-- A ticket's clocks: to stop them, and to show them.
create index deadline_ticket on deadline (ticket_id);
-- A part's clocks, which a suspension or an extension moves.
create index deadline_assignment on deadline (assignment) where assignment is not null;
-- What a unit or a worker has before it.
create index deadline_unit on deadline (unit, due_at, id) where state in ('RUNNING', 'APPROACHING', 'MISSED');
create index deadline_worker on deadline (worker, due_at, id) where state in ('RUNNING', 'APPROACHING', 'MISSED');
-- What a year's holidays, once they are known, move.
create index deadline_provisional on deadline (id) where provisional and state in ('RUNNING', 'APPROACHING');
-- Lists of what is running or missed in a subtree.
create index deadline_open on deadline (region, due_at) where state in ('RUNNING', 'APPROACHING', 'MISSED');
-- What fires no more is moved out by age, so that the table holds what is alive.
create table deadline_past (like deadline including all);

-- A deadline is moved, never overwritten: what it was before, and why.
create table deadline_change (
    deadline_id uuid        not null,
    at          timestamptz not null default app_now(),
    old_due_at  timestamptz not null,
    new_due_at  timestamptz not null,
    reason      text        not null,
    calendar    text        not null,
    primary key (deadline_id, at)
);

-- The door for requests: the clocks of acts that a command has done stop with its commit. One that is over already is
-- left to fire, once, as missed: the act was late. While one is paused its end does not count.
create function stop_clocks(ticket uuid, of_assignment uuid, acts text[]) returns int
    language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
    stopped int;
    at timestamptz := app_now();
begin
    update deadline d set stopped_at = at,
        state = case when d.state <> 'MISSED' and (d.due_at >= at or d.state = 'PAUSED') then 'STOPPED' else d.state end,
        next_at = case when d.state = 'MISSED' or d.due_at >= at or d.state = 'PAUSED' then null else d.due_at end
    where d.ticket_id = ticket and d.assignment is not distinct from of_assignment and d.act = any(acts)
        and d.state in ('RUNNING', 'APPROACHING', 'PAUSED', 'MISSED') and d.stopped_at is null;
    get diagnostics stopped = row_count;
    return stopped;
end
$$;
revoke execute on function stop_clocks(uuid, uuid, text[]) from public;
grant execute on function stop_clocks(uuid, uuid, text[]) to ${app};

grant select, insert, update, delete on deadline, deadline_past to ${reader};
grant select, insert on deadline_change to ${reader};
grant select on deadline to ${app};
alter table deadline enable row level security;
alter table deadline force row level security;
create policy seen on deadline for select to ${app}
    using (in_scope(region, case when unit is null then '{}'::text[] else array[unit] end, worker));
create policy kept_by_reader on deadline to ${reader} using (true) with check (true);
-- No request reads what has been moved out.
alter table deadline_past enable row level security;
alter table deadline_past force row level security;
create policy kept_by_reader on deadline_past to ${reader} using (true) with check (true);
-- For the door above, which runs as the owner.
create policy stopped_by_door on deadline to current_user using (true) with check (true);
