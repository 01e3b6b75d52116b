-- A contact that was supplied after the ticket came in, in place of the caller that it came in with, which stays as it was.
create table supplied_contact (
    ticket_id   uuid        primary key,
    caller      text        not null,          -- sealed by intake's own ring, as the ticket's own
    supplied_at timestamptz not null default app_now()
);

alter table supplied_contact enable row level security;
alter table supplied_contact force row level security;
create policy of_ticket on supplied_contact to ${app}
    using (exists (select from ticket t where t.id = supplied_contact.ticket_id));

grant select, insert, update on supplied_contact to ${app};
