-- What every service keeps to take part in the log: outbox, inbox, folds, parked tickets, idempotency keys, audit.
-- ${app} serves requests, ${reader} reads the log and runs the relay; neither owns anything.

-- The instant that counts. Deadlines and events go by the database's clock, through this one function.
create function app_now() returns timestamptz
    language sql volatile parallel safe
    as 'select clock_timestamp()';

create table outbox (
    seq        bigint generated always as identity primary key,
    event_id   uuid        not null,
    ticket_id  uuid,                      -- null for reference data
    shard      smallint    not null default 0,
    topic      text        not null,
    key        text        not null,
    attributes jsonb       not null,      -- CloudEvents attributes
    data       text,                      -- null is a tombstone
    created_at timestamptz not null default app_now(),
    sent_at    timestamptz,
    read_at    timestamptz                -- when its author read it back from the log
);
-- What the relay asks for, all day long: the oldest that are not sent.
create index outbox_unsent on outbox (shard, seq) where sent_at is null;
-- A ticket's own pending events: written here and not yet read back. Also how a read-back finds its row.
create index outbox_pending on outbox (ticket_id) where read_at is null and ticket_id is not null;

create table inbox (
    event_id uuid primary key,
    read_at  timestamptz not null default now()
);
-- Old rows are taken out by age.
create index inbox_age on inbox using brin (read_at);

create table ticket_fold (
    ticket_id uuid primary key,
    state     jsonb not null
);

create table parked_ticket (
    ticket_id uuid primary key,
    cause     text        not null,
    attempts  int         not null default 0,
    parked_at timestamptz not null default app_now()
);

-- The record as it came. Its key, headers and value are bytes: what nobody can read may hold what no text can (NUL).
create table parked_event (
    ord          bigint generated always as identity primary key,
    ticket_id    uuid    not null references parked_ticket on delete cascade,
    kafka_partition int  not null,
    kafka_offset bigint  not null,
    kept         boolean not null default true,   -- false: only its place on the log is known
    key          bytea,
    header_names  bytea[] not null default '{}',  -- in their order, repeated ones too
    header_values bytea[] not null default '{}',
    value        bytea,
    unique (ticket_id, kafka_partition, kafka_offset)
);

create table idempotency (
    client     text        not null,
    path       text        not null,
    key        text        not null,
    body_hash  bytea       not null,
    status     smallint,
    location   text,
    reply      text,
    created_at timestamptz not null default now(),
    primary key (client, path, key)
);
create index idempotency_age on idempotency using brin (created_at);

create table audit (
    id        bigint generated always as identity primary key,
    at        timestamptz not null default app_now(),
    role      text        not null,
    actor     text        not null,
    action    text        not null,
    ticket_id uuid,
    detail    text
);
create index audit_ticket on audit (ticket_id);

grant usage on schema public to ${app}, ${reader};
-- These tables hold what belongs to all scopes and have no row-level security, so requests read none of them: what a
-- command needs of one ticket or of its own call it gets by name, from the functions of V0003.
grant insert on outbox, audit to ${app};
grant select, insert, update, delete on outbox, inbox, ticket_fold, parked_ticket, parked_event, idempotency to ${reader};
grant select, insert on audit to ${reader};
