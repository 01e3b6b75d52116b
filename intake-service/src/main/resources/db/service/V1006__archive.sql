-- The archive: one chain of seals, each over the events that were kept of a ticket when it was archived. The canonical form
-- is told in deploy/decisions/0007-the-archive-is-one-chain.md; it changes only by a new column and a new version here.
create table archive_seal (
    seq         bigint      primary key,           -- from 1, without gaps
    ticket_id   uuid        not null,
    archived_at timestamptz not null,
    events      int         not null,              -- so many of the ticket's first events
    events_hash text        not null,
    previous    text        not null,              -- the seal before it; 64 zeros for the first
    seal        text        not null unique
);
-- A ticket's seal.
create index archive_seal_ticket on archive_seal (ticket_id);

-- An instant as it is sealed.
create function sealed_time(at timestamptz) returns text
    language sql stable parallel safe
    as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

-- SHA-256 of a ticket's first events, each a line.
create function kept_events_hash(of_ticket uuid, most int) returns text
    language sql stable
    as $$
    select encode(sha256(convert_to(coalesce(string_agg(e.line, E'\n' order by e.position), ''), 'UTF8')), 'hex')
    from (
        select position, jsonb_build_array(event_id, type, sealed_time(at), state, round, assignment, actor_role, actor_id,
            actor_unit, late, data)::text as line
        from ticket_event where ticket_id = of_ticket order by position limit most
    ) e
    $$;

create function chain_seal(previous text, seq bigint, ticket uuid, archived_at timestamptz, events int, events_hash text)
    returns text language sql stable parallel safe
    as $$
    select encode(sha256(convert_to(concat_ws(E'\n', previous, seq, ticket, sealed_time(archived_at), events, events_hash),
        'UTF8')), 'hex')
    $$;

-- Seals tickets one after the other. Whoever adds to the chain waits for who does so before him, holding the tickets' locks
-- already: nobody waits for those while he holds the chain.
create function seal_tickets(tickets uuid[]) returns table (of_ticket uuid, seal text)
    language plpgsql volatile
as $$
#variable_conflict use_column
declare
    added archive_seal;
    one uuid;
begin
    perform pg_advisory_xact_lock(hashtextextended('archive_seal', 0));
    select s.seq, s.seal into added.seq, added.seal from archive_seal s order by s.seq desc limit 1;
    added.seq := coalesce(added.seq, 0);
    added.seal := coalesce(added.seal, repeat('0', 64));
    foreach one in array tickets loop
        added.ticket_id := one;
        added.previous := added.seal;
        added.seq := added.seq + 1;
        added.archived_at := app_now();
        select count(*) into added.events from ticket_event e where e.ticket_id = one;
        added.events_hash := kept_events_hash(one, added.events);
        added.seal := chain_seal(added.previous, added.seq, added.ticket_id, added.archived_at, added.events,
            added.events_hash);
        insert into archive_seal select added.*;
        of_ticket := one;
        seal := added.seal;
        return next;
    end loop;
end
$$;

revoke execute on function seal_tickets from public;
grant execute on function seal_tickets to ${reader};

-- The seal before a link (64 zeros before the first) and what the one after it names as its own; those may be of tickets
-- out of scope, and nothing but the hashes is told.
create function seal_links(of_seq bigint, out before text, out next_names text)
    language sql stable security definer set search_path = public, pg_temp
    as $$
    select case when of_seq = 1 then repeat('0', 64) else (select s.seal from archive_seal s where s.seq = of_seq - 1) end,
        (select s.previous from archive_seal s where s.seq = of_seq + 1)
    $$;
revoke execute on function seal_links from public;
grant execute on function seal_links to ${app};

-- Whether the window is over in which a settled ticket may be taken up again. Its citizen sees no clocks, and asks here.
create function window_over(ticket uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$
    select exists (select from deadline d where d.ticket_id = $1 and d.act = 'REOPEN_WINDOW' and d.stopped_at is null
        and d.state in ('RUNNING', 'APPROACHING', 'MISSED') and d.due_at < app_now())
    $$;
revoke execute on function window_over from public;
grant execute on function window_over to ${app};

alter table archive_seal enable row level security;
alter table archive_seal force row level security;
create policy seen on archive_seal for select to ${app}
    using (exists (select from ticket t where t.id = archive_seal.ticket_id));
create policy kept_by_reader on archive_seal to ${reader} using (true) with check (true);
-- For seal_links alone; nobody signs in as the owner after the migration.
create policy linked on archive_seal for select to current_user using (true);

-- A seal is never changed.
grant select on archive_seal to ${app};
grant select, insert on archive_seal to ${reader};
