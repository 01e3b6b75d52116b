-- What the cockpit asks again and again: where open tickets stand, and what climbs. Kept from the log with the facts, so that
-- no page that is looked at walks through all tickets that ever were.

-- Only what is open; a ticket that is settled leaves it.
create table open_ticket (
    ticket_id uuid primary key,
    region    text collate "C" not null,
    units     text[] not null,
    holder    text collate "C",                   -- the lead unit; null while no unit has it
    in_grid   boolean not null,                   -- somebody in a grid has the lead's part
    climbed   text[] not null,                    -- units that were told above and have not been answered yet
    overdue   boolean not null                    -- a clock of a part that is still owed was missed, and not excused
);
-- A part of the province.
create index open_ticket_region on open_ticket (region);

-- The same by place, added up as it changes: a map of the province is some ten thousand places, whatever is open there.
create table open_count (
    region   text collate "C" primary key,        -- the smallest known
    tickets  bigint not null,
    overdue  bigint not null,
    climbing bigint not null
);

-- Escalation by time (升级) and supervision (督办), one row an event.
create table climb_fact (
    event_id    uuid primary key,
    ticket_id   uuid not null,
    region      text collate "C" not null,
    units       text[] not null,                  -- of the ticket, and who was told
    from_unit   text collate "C",
    from_grid   boolean not null,                 -- somebody in a grid had it
    to_unit     text collate "C" not null,
    cause       text not null,
    supervision int,                              -- 1 to 3; null where it was told and not supervised
    at          timestamptz not null,
    stands      boolean not null                  -- until it is dispatched anew, handed in or closed
);
-- What was told in the last day.
create index climb_fact_at on climb_fact (at);
-- What climbs, the newest first.
create index climb_fact_standing on climb_fact (at desc, event_id desc) where stands;
-- And of a part of the province.
create index climb_fact_place on climb_fact (region) where stands;
create index climb_fact_ticket on climb_fact (ticket_id) where stands;

-- When the clock was first armed; null for clocks of before this column.
alter table clock_fact add column armed_at timestamptz;
-- What runs out soon.
create index clock_fact_running on clock_fact (due_at) where state = 'RUNNING';
-- What is warned of now; few of all that ever was.
create index warning_open on warning (region) where state in ('RAISED', 'CONFIRMED');

-- What is open already. Whether somebody in a grid has it and who was told is learnt from the ticket's next event; what of a
-- part that is over was missed is left out then, too. The owner is bound by the policies like anybody.
alter table clock_fact no force row level security;
insert into open_ticket
select t.ticket_id, t.region, t.units, t.lead_unit, false, '{}', exists (
    select from clock_fact c where c.ticket_id = t.ticket_id and c.state = 'MISSED' and c.done_at is null)
from ticket_fact t
where t.state not in ('UNSEEN', 'DECLINED', 'CLOSED', 'ARCHIVED', 'WITHDRAWN', 'MERGED');
insert into open_count
select region, count(*), count(*) filter (where overdue), 0 from open_ticket group by region;
alter table clock_fact force row level security;

grant select on open_ticket, open_count, climb_fact to ${app};
grant select, insert, update, delete on open_ticket, open_count, climb_fact to ${reader};

alter table open_ticket enable row level security;
alter table open_ticket force row level security;
-- What in_scope(region, units, null) says, with the settings asked for once a statement and not once a row: a ladder of the
-- province walks over all that is open, and the check was two thirds of what it cost.
create policy open_ticket_scope on open_ticket for select to ${app} using (
    coalesce(region ^@ any ((select string_to_array(current_setting('chuishao.regions', true), ',', ''))::text[]), false)
    or coalesce((select nullif(current_setting('chuishao.unit', true), '')) = any (units), false));
alter policy ticket_fact_scope on ticket_fact using (
    coalesce(region ^@ any ((select string_to_array(current_setting('chuishao.regions', true), ',', ''))::text[]), false)
    or coalesce((select nullif(current_setting('chuishao.unit', true), '')) = any (units), false));
create policy open_ticket_reader on open_ticket to ${reader} using (true);

alter table open_count enable row level security;
alter table open_count force row level security;
create policy open_count_scope on open_count for select to ${app} using (
    coalesce(region ^@ any ((select string_to_array(current_setting('chuishao.regions', true), ',', ''))::text[]), false));
create policy open_count_reader on open_count to ${reader} using (true);

alter table climb_fact enable row level security;
alter table climb_fact force row level security;
create policy climb_fact_scope on climb_fact for select to ${app} using (
    coalesce(region ^@ any ((select string_to_array(current_setting('chuishao.regions', true), ',', ''))::text[]), false)
    or coalesce((select nullif(current_setting('chuishao.unit', true), '')) = any (units), false));
create policy climb_fact_reader on climb_fact to ${reader} using (true);
