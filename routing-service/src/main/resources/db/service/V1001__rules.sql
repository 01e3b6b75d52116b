-- The rules that a province may change: filled from the shipped tables at the first start, read again every minute.

create table industry_line (
    code text collate "C" primary key,
    zh   text not null check (zh <> ''),
    en   text not null check (en <> ''),
    ord  integer generated always as identity
);

create table category (
    code     text collate "C" primary key,
    line     text collate "C" references industry_line,   -- null: the territory's or the county's
    zh       text not null check (zh <> ''),
    en       text not null check (en <> ''),
    severity text,                                        -- null: the ticket's kind decides
    words    text[] not null,
    ord      integer generated always as identity
);

create table hazard (
    word     text primary key,
    severity text not null,
    safety   boolean not null,
    category text collate "C" references category,
    ord      integer generated always as identity
);

-- 派单目录. An entry is ended by its last day and followed by a new one, so that old dispatches still find their ground.
create table catalogue_entry (
    id         integer generated always as identity primary key,
    category   text collate "C" not null references category,
    region     text collate "C" not null check (region ~ '^[0-9]{2,15}$'),
    lead       text not null,
    assisting  text[] not null default '{}',
    copies     text[] not null default '{}',
    by_itself  boolean not null default true,
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    basis      text not null,
    unique (category, region, valid_from)
);

grant select on industry_line, category, hazard, catalogue_entry to ${app}, ${reader};
