-- What figures are asked of: one row for each ticket, each unit's part, each clock of a part and each round of calling back,
-- kept from the log as it is read. A row says what stands now, late events and corrections included, so that a figure of a
-- past period is counted anew whenever it is asked for.
create table ticket_fact (
    ticket_id     uuid primary key,
    number        text,
    state         text not null,
    secret        boolean not null,
    region        text collate "C" not null,      -- the smallest known now
    channel       text not null,
    kind          text not null,
    category      text collate "C" not null,      -- UNCLASSIFIED until routing has spoken
    lead_unit     text collate "C",
    units         text[] not null,                -- all that have or had a part: who may see it beside its region
    parent        uuid,                           -- merged into
    caller        text,                           -- keyed hash, never a name or a number
    received_at   timestamptz,
    accepted_at   timestamptz,
    answered_at   timestamptz,
    dispatched_at timestamptz,                    -- the first time
    first_unit    text collate "C",
    dispatch_mode text,                           -- AUTO, HUMAN, CONFERENCE
    dispatches    int not null,
    misdirected   boolean not null,               -- the first dispatch was given back, or another unit named in its place
    reworks       int not null,
    reopenings    int not null,
    closed_at     timestamptz,                    -- the last time; null while it is open again
    ground        text,
    solved        boolean,                        -- the citizen's word in the present round
    excluded      boolean not null                -- found to be an unreasonable demand (不合理认定), and granted
);
-- A figure counts the days of its own date.
create index ticket_fact_received on ticket_fact (received_at);
create index ticket_fact_dispatched on ticket_fact (dispatched_at) where dispatched_at is not null;
create index ticket_fact_closed on ticket_fact (closed_at) where closed_at is not null;
-- The same person's earlier tickets about the same matter.
create index ticket_fact_caller on ticket_fact (caller, category, received_at) where caller is not null;

create table part_fact (
    part              uuid primary key,
    ticket_id         uuid not null,
    region            text collate "C" not null,
    unit              text collate "C" not null,
    lead              boolean not null,
    handed_down       boolean not null,
    created_at        timestamptz not null,
    signed_at         timestamptz,
    contacted_at      timestamptz,
    arrived_at        timestamptz,
    resolved_at       timestamptz,                -- null again where the result was sent back
    return_asked_at   timestamptz,
    return_granted_at timestamptz,
    extended_at       timestamptz
);
create index part_fact_ticket on part_fact (ticket_id);
create index part_fact_created on part_fact (created_at) where not handed_down;
create index part_fact_returned on part_fact (return_asked_at) where return_asked_at is not null;

create table clock_fact (
    deadline    uuid primary key,
    ticket_id   uuid not null,
    part        uuid not null,
    region      text collate "C" not null,
    unit        text collate "C" not null,
    lead        boolean not null,
    act         text not null,                    -- SIGN, CONTACT, ARRIVE, RESOLVE
    due_at      timestamptz not null,
    missed_due  timestamptz,                      -- the end that it was said to have missed
    excused_due timestamptz,                      -- the missed end that was excused
    annulled    boolean not null,
    done_at     timestamptz,
    state       text not null check (state in ('RUNNING', 'MET', 'MISSED', 'ANNULLED', 'EXCUSED'))
);
create index clock_fact_ticket on clock_fact (ticket_id);
create index clock_fact_due on clock_fact (act, due_at) where state in ('MET', 'MISSED', 'EXCUSED');

create table callback_fact (
    ticket_id    uuid not null,
    round        int not null,
    region       text collate "C" not null,
    unit         text collate "C",                -- who was in charge when the citizen was called
    attempts     int not null,
    reached      boolean not null,
    called_at    timestamptz not null,            -- of the last call that reached the citizen, or of the last in vain
    contacted    boolean,
    solved       boolean,
    satisfaction text,
    primary key (ticket_id, round)
);
create index callback_fact_called on callback_fact (called_at);

grant select on ticket_fact, part_fact, clock_fact, callback_fact to ${app};
grant select, insert, update, delete on ticket_fact, part_fact, clock_fact, callback_fact to ${reader};

alter table ticket_fact enable row level security;
alter table ticket_fact force row level security;
create policy ticket_fact_scope on ticket_fact for select to ${app} using (in_scope(region, units, null));
create policy ticket_fact_reader on ticket_fact to ${reader} using (true);
-- For the door below, which runs as the owner.
create policy ticket_fact_door on ticket_fact for select to current_user using (true);

alter table part_fact enable row level security;
alter table part_fact force row level security;
create policy part_fact_scope on part_fact for select to ${app} using (in_scope(region, array[unit], null));
create policy part_fact_reader on part_fact to ${reader} using (true);

alter table clock_fact enable row level security;
alter table clock_fact force row level security;
create policy clock_fact_scope on clock_fact for select to ${app} using (in_scope(region, array[unit], null));
create policy clock_fact_reader on clock_fact to ${reader} using (true);

alter table callback_fact enable row level security;
alter table callback_fact force row level security;
create policy callback_fact_scope on callback_fact for select to ${app}
    using (in_scope(region, case when unit is null then '{}'::text[] else array[unit] end, null));
create policy callback_fact_reader on callback_fact to ${reader} using (true);

-- Whether a person has complained of the same matter in the days before, wherever: what a figure says must not depend on
-- who asks. It tells no more than yes or no of a ticket that the one who asks may see.
create function complained_before(of_caller text, of_category text, at timestamptz, days int) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select exists (
        select from ticket_fact t where t.caller = of_caller and t.category = of_category
            and t.received_at < at and t.received_at >= at - make_interval(hours => 24 * days))
$$;
revoke execute on function complained_before(text, text, timestamptz, int) from public;
grant execute on function complained_before(text, text, timestamptz, int) to ${app};
