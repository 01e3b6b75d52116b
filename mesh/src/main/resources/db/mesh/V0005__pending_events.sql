-- What this service has written about a ticket and not yet read back. The inbox says what was read, so nothing has to be
-- marked in the outbox as well: that was one more version of each row, and half of what a reader asked of Postgres.
drop index outbox_pending;
-- A ticket's own events of the last days, few; also what is pending of them.
create index outbox_ticket on outbox (ticket_id) where ticket_id is not null;

create view pending_event as
    select o.seq, o.event_id, o.ticket_id, o.attributes, o.data from outbox o
    where o.ticket_id is not null and not exists (select from inbox i where i.event_id = o.event_id);
grant select on pending_event to ${reader};

create or replace function take_ticket(ticket uuid, lock_key bigint) returns text
    language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(lock_key);
    return json_build_object(
        'fold', (select f.state from ticket_fold f where f.ticket_id = ticket),
        'pending', (select json_agg(json_build_object('attributes', p.attributes, 'data', p.data) order by p.seq)
                    from pending_event p where p.ticket_id = ticket));
end
$$;

alter table outbox drop column read_at;
-- By the same clock as the outbox, since the one may only be forgotten after the other.
alter table inbox alter column read_at set default app_now();
