-- The emergency service that a ticket was last handed to. Whether its receipt is still waited for the log says.
create table transfer (
    ticket_id    uuid primary key,
    service      text        not null,          -- 110, 119, 120 or 122
    requested_at timestamptz not null default app_now()
);

alter table transfer enable row level security;
alter table transfer force row level security;
create policy of_ticket on transfer to ${app}
    using (exists (select from ticket t where t.id = transfer.ticket_id));
create policy kept_by_reader on transfer to ${reader} using (true) with check (true);

grant select, insert, update on transfer to ${app};
grant select on transfer to ${reader};
