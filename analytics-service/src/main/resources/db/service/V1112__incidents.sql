-- One incident behind many warnings, and what a confirmed one became. Like the warnings these are not made anew from the log.
create table incident (
    id          uuid primary key,
    board       text collate "C" not null,        -- city, and the line or matter, within which warnings may be about one
    matter      text collate "C" not null,        -- the first part of its first warning's category
    region      text collate "C" not null,        -- the smallest division that holds its warnings
    network     text collate "C",
    first_at    timestamptz not null,             -- of its complaints
    last_at     timestamptz not null,
    opened_at   timestamptz not null,
    folded_into uuid references incident,         -- found to be part of a wider one
    handled_at  timestamptz
);
create index incident_open on incident (board, last_at) where folded_into is null and handled_at is null;

alter table warning add column incident uuid references incident;
create index warning_incident on warning (incident) where incident is not null;

-- Whether the others were told that a complaint joins the ticket of its incident.
alter table warning_ticket add column told boolean not null default false;
create index warning_ticket_untold on warning_ticket (warning) where not told;

-- What followed from a verdict: a ticket by the incident's id or the warning's own.
create table proactive_ticket (
    id         uuid primary key,
    warning    uuid not null references warning,
    follow     text not null check (follow in ('TICKET', 'INSPECTION')),
    region     text collate "C" not null,
    category   text collate "C" not null,
    title      text not null,
    content    text not null,
    at         timestamptz not null,
    handled_at timestamptz
);

-- Whether the same matter came less often afterwards.
create table warning_effect (
    warning        uuid primary key references warning,
    days           int not null,
    before         int not null,                  -- tickets of the matter at the place, in as many days before the first complaint
    after          int not null,                  -- and after it was handled
    control_before int not null,                  -- the same elsewhere in the city, or for a city's incident in the province
    control_after  int not null,
    expected       double precision not null,
    prevented      double precision not null,
    lower          double precision not null,
    upper          double precision not null,
    at             timestamptz not null
);
-- Findings that could not be taken in, to be tried again.
create table parked_finding (
    id      bigint generated always as identity primary key,
    finding json not null,
    cause   text not null,
    at      timestamptz not null default app_now()
);
alter table parked_finding enable row level security;
alter table parked_finding force row level security;
create policy parked_finding_reader on parked_finding to ${reader} using (true);
grant select, insert, delete on parked_finding to ${reader};

create index ticket_fact_matter on ticket_fact (split_part(category, '.', 1), left(region, 4), received_at);

grant select on incident, proactive_ticket, warning_effect to ${app};
grant insert on proactive_ticket to ${app};
grant select (incident), update (incident) on warning to ${app};
grant update (told) on warning_ticket to ${app};
grant select, insert, update on incident, proactive_ticket, warning_effect to ${reader};

alter table incident enable row level security;
alter table incident force row level security;
create policy incident_scope on incident for select to ${app} using (in_scope(region, null, null));
create policy incident_reader on incident to ${reader} using (true);

create policy warning_ticket_told on warning_ticket for update to ${app} using (in_scope(region, null, null));

alter table proactive_ticket enable row level security;
alter table proactive_ticket force row level security;
create policy proactive_ticket_scope on proactive_ticket to ${app} using (in_scope(region, null, null))
    with check (in_scope(region, null, null));
create policy proactive_ticket_reader on proactive_ticket to ${reader} using (true);

alter table warning_effect enable row level security;
alter table warning_effect force row level security;
create policy warning_effect_scope on warning_effect for select to ${app}
    using (exists (select from warning w where w.id = warning_effect.warning));
create policy warning_effect_reader on warning_effect to ${reader} using (true);

-- Whether a ticket stands for a warning, in whosever scope: it says no more than that.
create policy proactive_ticket_door on proactive_ticket for select to current_user using (true);
create function has_ticket(of_warning uuid, of_incident uuid) returns boolean
    language sql stable parallel safe security definer set search_path = public, pg_temp
as $$
    select exists (select from proactive_ticket p where p.id in (of_warning, of_incident) and p.handled_at is null)
$$;
revoke execute on function has_ticket(uuid, uuid) from public;
grant execute on function has_ticket(uuid, uuid) to ${app};
