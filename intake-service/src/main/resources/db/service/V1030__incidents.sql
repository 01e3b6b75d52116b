-- A confirmed warning's ticket (未诉先办), the complaints that join it, and what their callers are told.

-- The ticket of a confirmed warning, as those may know it whose complaint was merged into it.
create table incident (
    ticket_id uuid        primary key,
    warning   uuid        not null,             -- the one that it was made for
    number    text        not null,             -- for people
    state     text        not null,             -- the ticket's own; kept by the reader of the log
    made_at   timestamptz not null
);

-- What became of a complaint that a warning named: decided once, so that nobody's later word about it is undone.
create table incident_join (
    child     uuid        not null,
    ticket_id uuid        not null,             -- the incident's
    outcome   text        not null check (outcome in ('MERGED', 'LEFT', 'WAITING')),
    why       text,                             -- LEFT: why it was not merged, for people
    at        timestamptz not null default app_now(),
    primary key (child, ticket_id)
);
-- Those that this service has not read yet, hardly ever any.
create index incident_join_waiting on incident_join (child) where outcome = 'WAITING';

-- What came on governance-warnings and could not be applied: the record as it came, and why.
create table left_out_warning (
    kafka_partition int         not null,
    kafka_offset    bigint      not null,
    at              timestamptz not null default app_now(),
    cause           text        not null,
    key             bytea,
    value           bytea,
    primary key (kafka_partition, kafka_offset)
);

-- Caller notices (告知): that a complaint is handled together with others, in one ticket.
create table caller_notice (
    id            uuid        primary key,
    position      bigint      generated always as identity,
    tx            xid8        not null default pg_current_xact_id(),  -- the list's order, as the feed's
    ticket_id     uuid        not null,
    parent        uuid        not null,
    parent_number text        not null,
    words         text        not null,         -- sealed
    made_at       timestamptz not null default app_now(),
    told_at       timestamptz,                  -- by the first receipt that says so
    unique (ticket_id, parent)                  -- a caller is told once
);
-- Those that are still to be told, in the list's order.
create index caller_notice_open on caller_notice (tx, position) where told_at is null;

create table caller_notice_receipt (
    id        bigint      generated always as identity primary key,
    notice_id uuid        not null,
    channel   text        not null,
    outcome   text        not null,
    at        timestamptz not null,             -- when it was tried
    actor     text        not null
);
-- A notice's attempts.
create index caller_notice_receipt_notice on caller_notice_receipt (notice_id);

-- Since when; unknown of what was merged before this migration.
alter table merged_ticket add column merged_at timestamptz;
alter table merged_ticket alter column merged_at set default app_now();

-- Row-level security ------------------------------------------------------------------------------------------------

alter table incident enable row level security;
alter table incident force row level security;
create policy seen on incident for select to ${app}
    using (exists (select from ticket t where t.id = incident.ticket_id)
        or exists (select from merged_ticket m where m.parent = incident.ticket_id));
create policy kept_by_reader on incident to ${reader} using (true) with check (true);

alter table incident_join enable row level security;
alter table incident_join force row level security;
create policy kept_by_reader on incident_join to ${reader} using (true) with check (true);

alter table left_out_warning enable row level security;
alter table left_out_warning force row level security;
create policy kept_by_reader on left_out_warning to ${reader} using (true) with check (true);

alter table caller_notice enable row level security;
alter table caller_notice force row level security;
create policy seen on caller_notice for select to ${app}
    using (exists (select from ticket t where t.id = caller_notice.ticket_id));
create policy told on caller_notice for update to ${app}
    using (exists (select from ticket t where t.id = caller_notice.ticket_id));
create policy kept_by_reader on caller_notice to ${reader} using (true) with check (true);

alter table caller_notice_receipt enable row level security;
alter table caller_notice_receipt force row level security;
create policy seen on caller_notice_receipt for select to ${app}
    using (exists (select from caller_notice n where n.id = caller_notice_receipt.notice_id));
create policy tried on caller_notice_receipt for insert to ${app}
    with check (exists (select from caller_notice n where n.id = caller_notice_receipt.notice_id));

-- Whether somebody can be told at all: a contact may have been supplied after the ticket came in.
create policy kept_by_reader on supplied_contact for select to ${reader} using (true);

grant select on incident to ${app};
grant select, insert, update on incident, incident_join, left_out_warning to ${reader};
grant select, update (told_at) on caller_notice to ${app};
grant select, insert on caller_notice to ${reader};
grant select, insert on caller_notice_receipt to ${app};
grant insert on merged_ticket to ${reader};
grant select on supplied_contact to ${reader};
