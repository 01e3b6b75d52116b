-- On what a ticket may be closed though it is not solved: the last decision to leave it out of the rates, and the promise
-- that was made last. Kept with the commands that make them; one that came too late on the log goes again.
create table closing_ground (
    ticket_id uuid        not null,
    kind      text        not null check (kind in ('EXCLUSION', 'PROMISE')),
    event_id  uuid        not null,
    stands    boolean     not null,            -- false: it was refused
    until     timestamptz,                     -- a promise's date
    primary key (ticket_id, kind)
);

alter table closing_ground enable row level security;
alter table closing_ground force row level security;
create policy of_ticket on closing_ground to ${app}
    using (exists (select from ticket t where t.id = closing_ground.ticket_id));
create policy kept_by_reader on closing_ground to ${reader} using (true) with check (true);

grant select, insert, update, delete on closing_ground to ${app};
grant select, delete on closing_ground to ${reader};
