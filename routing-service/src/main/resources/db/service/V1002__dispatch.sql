-- What routing keeps of a ticket: enough to decide again. The words stay sealed.
create table routing_ticket (
    ticket_id   uuid primary key,
    region      text collate "C" not null,
    number      text not null,
    kind        text not null,
    secret      boolean not null,
    title       text not null,                  -- sealed
    content     text[] not null,                -- sealed, supplements behind the first
    place       text,                           -- sealed
    position    jsonb,                          -- longitude, latitude, crs
    received_at timestamptz not null
);

-- What waits for a dispatcher.
create table dispatch_queue (
    ticket_id uuid primary key,
    region    text collate "C" not null,
    rank      smallint not null,                -- by severity: the most urgent first
    severity  text not null,
    category  text not null,
    reason    text not null,
    since     timestamptz not null
);
-- The queue is read in this order, page by page.
create index dispatch_queue_order on dispatch_queue (rank, since, ticket_id);

-- Every decision about a ticket, with what it rests on; kept when it came too late.
create table decision (
    id         bigint generated always as identity primary key,
    ticket_id  uuid not null,
    region     text collate "C" not null,
    at         timestamptz not null,
    based_on   integer not null,                -- of the dispatched event, or the classified one where it is queued
    outcome    text not null check (outcome in ('DISPATCHED', 'QUEUED')),
    mode       text not null check (mode in ('AUTO', 'HUMAN')),
    actor      text not null,
    severity   text not null,
    category   text not null,
    confidence double precision,
    model      text,
    evidence   text[] not null,
    lead_unit  text,
    assisting  text[] not null default '{}',
    copies     text[] not null default '{}',
    basis      text not null,
    words      text,                            -- sealed: a dispatcher's own
    late       boolean not null default false   -- it came too late on the log and does not count
);
-- A ticket's decisions, the last first; also how a late one finds its row.
create index decision_ticket on decision (ticket_id, id);

grant select on routing_ticket, decision to ${app};
grant select, delete on dispatch_queue to ${app};
grant insert on decision to ${app};
grant select, insert, update on routing_ticket, decision to ${reader};
grant select, insert, update, delete on dispatch_queue to ${reader};

alter table routing_ticket enable row level security;
alter table routing_ticket force row level security;
create policy routing_ticket_scope on routing_ticket to ${app} using (in_scope(region, null, null));
create policy routing_ticket_reader on routing_ticket to ${reader} using (true);

alter table dispatch_queue enable row level security;
alter table dispatch_queue force row level security;
create policy dispatch_queue_scope on dispatch_queue to ${app} using (in_scope(region, null, null));
create policy dispatch_queue_reader on dispatch_queue to ${reader} using (true);

alter table decision enable row level security;
alter table decision force row level security;
create policy decision_scope on decision to ${app} using (in_scope(region, null, null));
create policy decision_reader on decision to ${reader} using (true);
