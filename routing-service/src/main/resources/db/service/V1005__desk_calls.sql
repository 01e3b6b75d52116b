-- Desks that have to be called about a danger to life (电话交办): a row until somebody has recorded that one was reached.
create table desk_call (
    ticket_id uuid primary key,
    unit      text not null,
    since     timestamptz not null              -- when it was dispatched
);
-- Few at any time; the longest waiting first.
create index desk_call_waiting on desk_call (since, ticket_id);

grant select, delete on desk_call to ${app};
grant select, insert, update, delete on desk_call to ${reader};

alter table desk_call enable row level security;
alter table desk_call force row level security;
create policy desk_call_scope on desk_call to ${app}
    using (exists (select from routing_ticket t where t.ticket_id = desk_call.ticket_id));
create policy desk_call_reader on desk_call to ${reader} using (true);
