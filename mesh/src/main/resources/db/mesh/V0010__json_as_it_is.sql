-- These are written once and read whole, always as text: taken apart into jsonb and put together again at each reading they
-- cost more than the rest of their rows.
drop view pending_event;
alter table outbox alter column attributes type json using attributes::text::json;
create view pending_event as
    select o.seq, o.event_id, o.ticket_id, o.attributes, o.data from outbox o
    where o.ticket_id is not null and not exists (select from inbox i where i.event_id = o.event_id);
grant select on pending_event to ${reader};

alter table ticket_fold alter column state type json using state::text::json;
