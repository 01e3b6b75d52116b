-- Open tickets by each unit that has or had a part in them. Which units a ticket has is a list in open_ticket: under row-level
-- security no index finds a unit in it, and its own map and ladder walked over all that is open anywhere. Kept from the log
-- in the transaction of open_ticket, and made anew with it.
create table open_ticket_unit (
    unit      text collate "C" not null,
    ticket_id uuid not null,
    region    text collate "C" not null,
    holder    text collate "C",
    in_grid   boolean not null,
    climbed   text[] not null,
    overdue   boolean not null,
    primary key (unit, ticket_id)
);
-- Those of a ticket that has changed.
create index open_ticket_unit_ticket on open_ticket_unit (ticket_id);

-- What is open already. The owner is bound by the policies like anybody.
alter table open_ticket no force row level security;
insert into open_ticket_unit
select distinct on (u.unit, t.ticket_id) u.unit, t.ticket_id, t.region, t.holder, t.in_grid, t.climbed, t.overdue
from open_ticket t cross join lateral unnest(t.units) as u (unit);
alter table open_ticket force row level security;

grant select on open_ticket_unit to ${app};
grant select, insert, update, delete on open_ticket_unit to ${reader};

-- A unit sees its own rows, and nobody sees others: the policy itself is what the primary key is searched by. Who sees a
-- region has open_ticket and open_count.
alter table open_ticket_unit enable row level security;
alter table open_ticket_unit force row level security;
create policy open_ticket_unit_scope on open_ticket_unit for select to ${app} using (
    unit = (select nullif(current_setting('chuishao.unit', true), '')));
create policy open_ticket_unit_reader on open_ticket_unit to ${reader} using (true);

-- What came in lately of a unit's: found by its parts, instead of in all that came in.
create index part_fact_unit on part_fact (unit, created_at);
