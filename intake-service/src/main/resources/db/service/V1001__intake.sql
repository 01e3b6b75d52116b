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

-- Numbers are handed out by blocks of 1,000, so that taking in a ticket asks for none. A day sees far fewer than 10,000
-- blocks, and the day stands in the number.
create sequence ticket_number_block as int minvalue 0 maxvalue 9999 start 0 cycle;

-- Row-level security ------------------------------------------------------------------------------------------------

alter table ticket enable row level security;
alter table ticket force row level security;
create policy seen on ticket for select to ${app}
    using (in_scope(region, units, null) or caller_hash = nullif(current_setting('chuishao.citizen', true), ''));
create policy handled on ticket for update to ${app}
    using (in_scope(region, units, null) or caller_hash = nullif(current_setting('chuishao.citizen', true), ''));
create policy taken_in on ticket for insert to ${insert}
    with check (state in ('RECEIVED', 'PENDING_DISPATCH') and units = '{}' and closed_at is null);
create policy kept_by_reader on ticket to ${reader} using (true) with check (true);

-- What belongs to a ticket is seen by who sees the ticket, as it stands now.
alter table ticket_event enable row level security;
alter table ticket_event force row level security;
create policy seen on ticket_event for select to ${app}
    using (exists (select from ticket t where t.id = ticket_event.ticket_id));
create policy kept_by_reader on ticket_event to ${reader} using (true) with check (true);

alter table callback enable row level security;
alter table callback force row level security;
create policy seen on callback for select to ${app}
    using (exists (select from ticket t where t.id = callback.ticket_id));
create policy called on callback for insert to ${app}
    with check (exists (select from ticket t where t.id = callback.ticket_id));
create policy kept_by_reader on callback to ${reader} using (true) with check (true);

grant usage on schema public to ${insert};
grant insert on ticket, outbox, audit, idempotency to ${insert};
grant usage on sequence ticket_number_block to ${insert};

grant select, update (state, round) on ticket to ${app};
grant select on ticket_event to ${app};
grant select, insert on callback to ${app};
grant select, insert, update on ticket, callback to ${reader};
grant select, insert on ticket_event to ${reader};
