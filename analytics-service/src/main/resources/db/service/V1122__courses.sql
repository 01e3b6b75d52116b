-- What happened to a ticket, event by event, for the line of its life: no names, no words. Clocks are in clock_fact.
create table course_node (
    ticket_id uuid not null,
    ord       int not null,                       -- how many of its events had been read with it
    at        timestamptz not null,
    type      text not null,
    unit      text collate "C",                   -- who did it, or to whom it went
    late      boolean not null,                   -- it came too late and changed nothing
    primary key (ticket_id, ord)
);

grant select on course_node to ${app};
grant select, insert, update, delete on course_node to ${reader};

-- Who sees the ticket sees its course, wherever it lies by now.
alter table course_node enable row level security;
alter table course_node force row level security;
create policy course_node_scope on course_node for select to ${app}
    using (exists (select from ticket_fact t where t.ticket_id = course_node.ticket_id));
create policy course_node_reader on course_node to ${reader} using (true);
