-- What was decided and promised before closing grounds were kept, in each ticket's present round. The owner sees the table
-- only where he does not force himself under its policies.
alter table closing_ground no force row level security;
insert into closing_ground (ticket_id, kind, event_id, stands, until)
select distinct on (e.ticket_id, e.type) e.ticket_id,
    case e.type when 'ticket.promised' then 'PROMISE' else 'EXCLUSION' end, e.event_id,
    e.type = 'ticket.promised' or (e.data ->> 'granted')::boolean, (e.data ->> 'until')::timestamptz
from ticket_event e
where e.type in ('ticket.promised', 'ticket.exclusion-decided') and not e.late
    and not exists (select from ticket_event r where r.ticket_id = e.ticket_id and r.type = 'ticket.reopened'
        and not r.late and r.position > e.position)
order by e.ticket_id, e.type, e.position desc
on conflict (ticket_id, kind) do nothing;
alter table closing_ground force row level security;
