-- When a ticket was settled in its round that is older than its clocks: it has no window's clock, and its window has to be
-- counted from here; from the promised date where it was closed on a promise. Null where a clock says how long.
create function unclocked_window(ticket uuid) returns timestamptz
    language sql stable security definer set search_path = public, pg_temp
    as $$
    select max(case when e.data ->> 'ground' = 'PROMISED' then greatest(e.at, (select max((p.data ->> 'until')::timestamptz)
            from ticket_event p where p.ticket_id = $1 and p.type = 'ticket.promised' and not p.late and p.round = e.round))
        else e.at end)
    from ticket_event e
    where e.ticket_id = $1 and not e.late
        and e.type in ('ticket.closed', 'ticket.answered', 'ticket.declined', 'ticket.withdrawn')
        and e.round = (select max(r.round) from ticket_event r where r.ticket_id = $1)
        and not exists (select from deadline d where d.ticket_id = $1 and d.act = 'REOPEN_WINDOW')
    $$;
revoke execute on function unclocked_window from public;
grant execute on function unclocked_window to ${app};
