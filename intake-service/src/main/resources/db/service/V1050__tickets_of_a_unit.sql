-- Which tickets a unit has or had a part in. The same is in ticket.units, but under row-level security Postgres asks only
-- leakproof operators of an index, and "array contains" is none: a unit's list read the whole table.
create table ticket_unit (
    unit      text collate "C" not null,
    ticket_id uuid not null,
    primary key (unit, ticket_id)               -- in the list's order
);
-- What a change of a ticket's units takes away.
create index ticket_unit_ticket on ticket_unit (ticket_id);

alter table ticket_unit enable row level security;
alter table ticket_unit force row level security;
create policy own on ticket_unit for select to ${app} using (unit = nullif(current_setting('chuishao.unit', true), ''));
create policy kept_by_reader on ticket_unit to ${reader} using (true) with check (true);
grant select on ticket_unit to ${app};
grant select, insert, delete on ticket_unit to ${reader};

-- Units are the reader's to change, and it keeps both.
create function keep_units() returns trigger
    language plpgsql as $$
begin
    delete from ticket_unit u where u.ticket_id = new.id and u.unit <> all (new.units);
    insert into ticket_unit (unit, ticket_id) select distinct unnest(new.units), new.id on conflict do nothing;
    return null;
end
$$;
create trigger units_changed after update of units on ticket
    for each row when (old.units is distinct from new.units) execute function keep_units();

-- The owner sees tickets only where he does not force himself under their policies.
alter table ticket no force row level security;
alter table ticket_unit no force row level security;
insert into ticket_unit (unit, ticket_id) select distinct unnest(units), id from ticket;
alter table ticket force row level security;
alter table ticket_unit force row level security;
drop index ticket_units;
