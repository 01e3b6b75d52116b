-- What a large model outside the mesh was asked about tickets that wait for a dispatcher, and what it said.

alter table dispatch_queue
    -- When it may next be asked about; whoever asks puts it off for as long as that takes, so that no two replicas ask at
    -- once. Infinity: it has been answered.
    add column opinion_at timestamptz not null default '-infinity';
-- What may still be asked about, in the queue's own order.
create index dispatch_queue_opinion on dispatch_queue (rank, since) where opinion_at < 'infinity';

-- One request and what came of it. Nothing is ever changed or deleted.
create table second_opinion (
    id        bigint generated always as identity primary key,
    ticket_id uuid not null,
    asked_at  timestamptz not null,
    host      text not null,                    -- of the endpoint
    model     text not null,
    prompt    text not null,                    -- sealed, as it was sent: masked
    answer    text,                             -- sealed, as it came; null where none did
    outcome   text not null check (outcome in ('OPINION', 'INVALID', 'TIMEOUT', 'AWAY', 'REFUSED', 'FORBIDDEN')),
    expected  text not null,                    -- the first candidate, or what the ticket was queued as
    category  text,
    agrees    boolean,
    confidence double precision check (confidence between 0 and 1),
    reason    text,                             -- sealed
    tries     smallint not null,
    tokens    integer not null check (tokens >= 0),
    millis    integer not null check (millis >= 0),
    check ((category is null) = (outcome <> 'OPINION') and (agrees is null) = (category is null))
);
-- A ticket's opinions, the last first; how often it was asked about while it waits.
create index second_opinion_ticket on second_opinion (ticket_id, id);

-- What was spent on a day in China, by all replicas.
create table opinion_budget (
    day      date primary key,
    requests integer not null,
    tokens   bigint not null
);

grant select on second_opinion to ${app};
grant select, insert on second_opinion to ${reader};
grant select, insert, update on opinion_budget to ${reader};

-- Who may see a ticket sees what was said of it; the inner query stands under the ticket's own policy.
alter table second_opinion enable row level security;
alter table second_opinion force row level security;
create policy second_opinion_scope on second_opinion for select to ${app}
    using (exists (select from routing_ticket t where t.ticket_id = second_opinion.ticket_id));
create policy second_opinion_reader on second_opinion to ${reader} using (true);

alter table opinion_budget enable row level security;
alter table opinion_budget force row level security;
create policy opinion_budget_reader on opinion_budget to ${reader} using (true);
