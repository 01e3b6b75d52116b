-- What a conference decided, offered to the dispatch catalogue.
create table catalogue_proposal (
    id          uuid primary key,               -- of the designation's event
    ticket_id   uuid not null,
    category    text collate "C" not null,
    region      text collate "C" not null,
    lead        text not null,
    assisting   text[] not null default '{}',
    minutes     text,                           -- reference of the conference's record
    proposed_by text not null,
    proposed_at timestamptz not null,
    verdict     text check (verdict in ('ACCEPTED', 'REFUSED')),    -- null while it waits
    reason      text,                           -- sealed
    decided_by  text,
    decided_at  timestamptz check ((decided_at is null) = (verdict is null))
);
-- What waits, the oldest first, page by page.
create index catalogue_proposal_waiting on catalogue_proposal (proposed_at, id) where verdict is null;

-- Entries that were accepted: the same columns as those that were shipped, read beside them. An id is a version: of two
-- that came into force on one day the later one holds.
create table catalogue_addition (
    id         integer generated always as identity primary key,
    proposal   uuid not null unique references catalogue_proposal,
    category   text collate "C" not null references category,
    region     text collate "C" not null check (region ~ '^[0-9]{2,15}$'),
    lead       text not null,
    assisting  text[] not null default '{}',
    copies     text[] not null default '{}',
    by_itself  boolean not null,
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    basis      text not null
);

grant select on catalogue_proposal, catalogue_addition to ${app};
grant update (verdict, reason, decided_by, decided_at) on catalogue_proposal to ${app};
grant insert on catalogue_addition to ${app};
grant select, insert on catalogue_proposal to ${reader};
grant select on catalogue_addition to ${reader};

alter table catalogue_proposal enable row level security;
alter table catalogue_proposal force row level security;
create policy catalogue_proposal_scope on catalogue_proposal to ${app} using (in_scope(region, null, null));
create policy catalogue_proposal_reader on catalogue_proposal to ${reader} using (true);
