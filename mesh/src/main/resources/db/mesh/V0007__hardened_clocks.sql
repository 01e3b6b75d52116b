-- A deadline whose firing fails for what is in it is set aside, so that the others fire: next_at says when it is tried
-- again. In both tables, and in the same order, since rows are moved out as they are.
alter table deadline
    add column failures  int not null default 0,  -- in a row; a firing that succeeds takes them back
    add column failed_at timestamptz,
    add column cause     text;                    -- in words for operators, without what a person said
alter table deadline_past
    add column failures  int not null default 0,
    add column failed_at timestamptz,
    add column cause     text;
-- How many are set aside, which is hardly ever any.
create index deadline_aside on deadline (failed_at) where failed_at is not null and next_at is not null;

-- What fires no more, by age, for those who move it out.
create index deadline_over on deadline ((coalesce(stopped_at, fired_at)), id) where next_at is null and state <> 'PAUSED';

-- Lists show what is over as well, for as long as it is here: an index without it serves none that does not name a state.
drop index deadline_open, deadline_unit, deadline_worker;
create index deadline_unit on deadline (unit, due_at, id) where unit is not null;
create index deadline_worker on deadline (worker, due_at, id) where worker is not null;
create index deadline_region on deadline (region, due_at, id);
-- Wide scopes (a province's own) begin at the first that is due.
create index deadline_due on deadline (due_at, id);

-- The door runs as the owner, before whom row-level security keeps no scope, so it asks itself: whoever has the clock in
-- scope may stop it, and so may the command that has written, in this very transaction, an event of the ticket: what it did
-- may end what was handed down from it. That command was let through by its own service's scope and by the fold; a citizen who
-- withdraws a ticket, or the backup who signs for a worker, does not have the clock itself in scope.
create or replace function stop_clocks(ticket uuid, of_assignment uuid, acts text[]) returns int
    language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
    stopped int;
    at timestamptz := app_now();
    written boolean := exists (
        select from outbox o where o.ticket_id = ticket and o.xmin = pg_current_xact_id_if_assigned()::xid);
begin
    update deadline d set stopped_at = at,
        state = case when d.state <> 'MISSED' and (d.due_at >= at or d.state = 'PAUSED') then 'STOPPED' else d.state end,
        next_at = case when d.state = 'MISSED' or d.due_at >= at or d.state = 'PAUSED' then null else d.due_at end
    where d.ticket_id = ticket and d.assignment is not distinct from of_assignment and d.act = any(acts)
        and d.state in ('RUNNING', 'APPROACHING', 'PAUSED', 'MISSED') and d.stopped_at is null
        and (written or in_scope(d.region, case when d.unit is null then '{}'::text[] else array[d.unit] end, d.worker));
    get diagnostics stopped = row_count;
    return stopped;
end
$$;
