-- Tickets as the citizen sees them, every event of theirs, and the calls back.
-- ${app} serves requests within its scope, ${reader} reads the log, ${insert} takes tickets in and can do nothing else.

create table ticket (
    id            uuid primary key,             -- v7: its order is the order of coming in
    number        text        not null,         -- for people, with a check digit
    state         text        not null,
    round         int         not null default 1,
    channel       text        not null,
    kind          text        not null,
    secret        boolean     not null default false,
    region        text        collate "C" not null,  -- smallest place known; "C": a prefix is a range of the index
    units         text[]      not null default '{}', -- every unit that has or had a part in it
    workers       text[]      not null default '{}', -- opaque ids of the workers who have it in hand now
    units_in_hand text[]      not null default '{}', -- those of the units that have it in hand now
    lead_unit     text,
    category      text,
    severity      text,
    title         text        not null,         -- sealed, the same value as on the log; so are the next three
    content       text        not null,
    desired       text,
    place         text,
    longitude     double precision,
    latitude      double precision,
    crs           text,
    caller        text,                         -- sealed by intake's own ring: name, phone, id, address
    caller_hash   text,                         -- keyed
    phone_call    text,                         -- sealed by intake's own ring: the call and its recording
    happened_at   timestamptz,
    source_number text,
    received_at   timestamptz not null,
    received_by   text        not null,
    closed_at     timestamptz
);
-- Read out over the phone, and the guard against two tickets of one number.
create unique index ticket_number on ticket (number);
-- Lists of one region, newest first.
create index ticket_region on ticket (region, id);
-- One caller's tickets; many have none.
create index ticket_caller on ticket (caller_hash, id) where caller_hash is not null;
-- Work lists: what waits in a state. What is settled grows for ever and is looked for by other things.
create index ticket_open on ticket (state, id) where closed_at is null;
-- One unit's tickets. A ticket comes in without units, so the hot insert does not pay for this one.
create index ticket_units on ticket using gin (units) where units <> '{}';

-- One ticket by its number in the system that it came from; most have none.
create index ticket_source on ticket (source_number, id) where source_number is not null;

create table ticket_event (
    position   bigint generated always as identity primary key,
    -- Readers commit out of order: a feed reads only below the oldest transaction that is still open (see EventFeed).
    tx         xid8        not null default pg_current_xact_id(),
    event_id   uuid        not null,
    ticket_id  uuid        not null,
    type       text        not null,
    at         timestamptz not null,
    state      text        not null,            -- the ticket's after it
    round      int         not null,
    assignment uuid,
    actor_role text        not null,
    actor_id   text        not null,
    actor_unit text,
    late       boolean     not null,            -- came too late and changed nothing
    why        text,
    data       jsonb       not null             -- sealed fields stay sealed
);
-- A ticket's timeline, in the log's order.
create index ticket_event_timeline on ticket_event (ticket_id, position);
-- The feed's order.
create index ticket_event_feed on ticket_event (tx, position);
-- An event stands in a timeline once, also when the log is read again from where the inbox no longer reaches.
create unique index ticket_event_once on ticket_event (event_id);

-- Where the feed is when it has gone by so many events, whoever may see them: by what a narrow scope sees alone, a
-- client of it would go through all the others' events again at each poll. It gives away a cursor and nothing else, so
-- it runs as the owner. Rows of transactions that may still commit are out of reach (see EventFeed).
create function feed_end(after_tx xid8, after_position bigint, most int, out end_tx xid8, out end_position bigint)
    language sql stable security definer set search_path = public, pg_temp
    as 'select passed.tx, passed.position from (
            select e.tx, e.position from ticket_event e
            where (e.tx, e.position) > (after_tx, after_position) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
            order by e.tx, e.position limit most) passed
        order by passed.tx desc, passed.position desc limit 1';
revoke execute on function feed_end from public;
grant execute on function feed_end to ${app};

create table callback (
    id           uuid primary key,
    ticket_id    uuid        not null,
    round        int         not null,
    attempt      int         not null,
    at           timestamptz not null,
    agent        text        not null,
    by_citizen   boolean     not null,          -- the citizen's own rating, without a call
    reached      boolean     not null,
    contacted    boolean,
    solved       boolean,
    satisfaction text,
    words        text,                          -- sealed
    annulled     boolean     not null default false  -- another event stood before it on the log
);
-- A ticket's attempts; also how a late event finds its row.
create index callback_ticket on callback (ticket_id, round, attempt);

-- Who looked at a caller in clear, and why. Kept beside the audit, since the caller may see it too.
create table reveal (
    id        bigint generated always as identity primary key,
    ticket_id uuid        not null,
    at        timestamptz not null default app_now(),
    role      text        not null,
    actor     text        not null,
    unit      text,
    reason    text        not null              -- sealed by intake's own ring: it may name the person
);
-- A ticket's looks, in their order.
create index reveal_ticket on reveal (ticket_id, id);

-- Numbers are handed out by blocks of 1,000, so that taking in a ticket asks for none. A day sees far fewer than 10,000
-- blocks, and the day stands in the number.
create sequence ticket_number_block as int minvalue 0 maxvalue 9999 start 0 cycle;

-- Row-level security ------------------------------------------------------------------------------------------------

alter table ticket enable row level security;
alter table ticket force row level security;
create policy seen on ticket for select to ${app}
    using (in_scope(region, units, null)
        or caller_hash = nullif(current_setting('chuishao.citizen', true), '')
        or nullif(current_setting('chuishao.worker', true), '') = any (workers));
create policy handled on ticket for update to ${app}
    using (in_scope(region, units, null) or caller_hash = nullif(current_setting('chuishao.citizen', true), ''));
create policy taken_in on ticket for insert to ${insert}
    with check (state in ('RECEIVED', 'PENDING_DISPATCH') and units = '{}' and workers = '{}'
        and units_in_hand = '{}' and closed_at is null);
create policy kept_by_reader on ticket to ${reader} using (true) with check (true);

-- What belongs to a ticket is seen by who sees the ticket, as it stands now.
alter table ticket_event enable row level security;
alter table ticket_event force row level security;
create policy seen on ticket_event for select to ${app}
    using (exists (select from ticket t where t.id = ticket_event.ticket_id));
create policy kept_by_reader on ticket_event to ${reader} using (true) with check (true);
-- For feed_end alone; nobody signs in as the owner after the migration.
create policy passed_by on ticket_event for select to current_user using (true);

alter table callback enable row level security;
alter table callback force row level security;
create policy seen on callback for select to ${app}
    using (exists (select from ticket t where t.id = callback.ticket_id));
create policy called on callback for insert to ${app}
    with check (exists (select from ticket t where t.id = callback.ticket_id));
create policy kept_by_reader on callback to ${reader} using (true) with check (true);

alter table reveal enable row level security;
alter table reveal force row level security;
create policy seen on reveal for select to ${app}
    using (exists (select from ticket t where t.id = reveal.ticket_id));
create policy looked on reveal for insert to ${app}
    with check (exists (select from ticket t where t.id = reveal.ticket_id));

grant usage on schema public to ${insert};
grant insert on ticket, outbox, audit, idempotency to ${insert};
grant usage on sequence ticket_number_block to ${insert};

grant select, update (state, round) on ticket to ${app};
grant select on ticket_event to ${app};
grant select, insert on callback, reveal to ${app};
grant select, insert, update on ticket, callback to ${reader};
grant select, insert on ticket_event to ${reader};
