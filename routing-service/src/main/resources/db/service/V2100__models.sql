-- What is learnt from confirmed tickets: the models, what each of them called a ticket and what it was found to be, and the
-- lines that a person has given to the model.

-- A model, from the first reading of its examples on. Its bytes hold hashes, weights and vectors, and no text.
create table model (
    id         uuid primary key,
    source     text not null check (source in ('CONFIRMED', 'FILE')),
    state      text not null check (state in
                   ('LEARNING', 'FAILED', 'READY', 'ON_TRIAL', 'ACTIVE', 'FORMER', 'REJECTED')),
    version    text,                            -- once it has learnt
    begun_at   timestamptz not null default app_now(),
    begun_by   text not null,
    alive_at   timestamptz not null default app_now(),     -- a replica that learns and goes down leaves it behind
    read       integer not null default 0,      -- progress
    examples   integer not null,
    learnt_at  timestamptz,
    failure    text,
    figures    jsonb,
    curve      text,                            -- a picture
    bytes      bytea
);
create unique index model_one_learns on model (state) where state = 'LEARNING';
create unique index model_one_on_trial on model (state) where state = 'ON_TRIAL';
create unique index model_one_active on model (state) where state = 'ACTIVE';

-- Who put which model in its place, and why. Nothing is ever changed or deleted.
create table model_change (
    id     integer generated always as identity primary key,
    model  uuid not null references model (id),
    state  text not null,
    at     timestamptz not null default app_now(),
    actor  text not null,
    reason text not null
);

-- A ticket that the citizen saw to its end, under what it was found to be. Its meaning is computed when it is first learnt from.
create table confirmed_ticket (
    ticket_id uuid primary key,
    seq       bigint generated always as identity unique,
    category  text collate "C" not null,
    named_by  text,                             -- the model, or the rules, that dispatched it; null where a person did
    at        timestamptz not null,
    meaning   bytea
);

-- What each model, and the rules, called a ticket.
create table model_answer (
    ticket_id  uuid not null,
    model      text not null,
    category   text collate "C" not null,
    confidence float8 not null,
    truth      text collate "C",                -- what it was found to be
    found_at   timestamptz,
    primary key (ticket_id, model)
);
create index model_answer_found on model_answer (model, found_at) where truth is not null;

-- Whether the model may dispatch a line's tickets by itself. The last row of a line holds; nobody has given it any at first.
create table automatic_line (
    id      integer generated always as identity primary key,
    line    text collate "C" not null,
    enabled boolean not null,
    at      timestamptz not null default app_now(),
    actor   text not null,
    reason  text not null
);

alter table dispatch_queue add column candidates jsonb;
alter table decision
    add column candidates jsonb,
    add column clear boolean;                   -- what it is about: by the words or a model, or as a person named it

-- Models learn from all regions, as the reader does; no request comes to these tables as the role that serves it.
grant select, insert, update on model, model_answer to ${reader};
grant select, insert, update, delete on confirmed_ticket to ${reader};
grant select, insert on model_change, automatic_line to ${reader};

alter table confirmed_ticket enable row level security;
alter table confirmed_ticket force row level security;
create policy confirmed_ticket_reader on confirmed_ticket to ${reader} using (true);
alter table model_answer enable row level security;
alter table model_answer force row level security;
create policy model_answer_reader on model_answer to ${reader} using (true);
