-- Early warning (未诉先办). What stands here is the warnings' own: it is not made anew from the log, and whoever empties the
-- database to have the figures counted again keeps it.

-- The thresholds: domain rules that a province may change, by place and category; the narrowest set counts.
create table warning_rule (
    rule        text primary key,
    quiet_hours int not null check (quiet_hours > 0)   -- after so long without a complaint it has lapsed
);
create table warning_step (
    rule           text not null references warning_rule,
    region         text collate "C" not null default '21',
    category       text collate "C" not null default '',
    level          text not null check (level in ('YELLOW', 'ORANGE', 'RED')),
    count          int not null check (count > 0),
    within_minutes int not null check (within_minutes > 0),
    places         int not null default 1 check (places > 0),
    sigmas         double precision not null default 0 check (sigmas >= 0),
    primary key (rule, region, category, level, places)
);
insert into warning_rule values ('CLUSTER', 72), ('FACILITY', 12), ('REPEAT', 720), ('ANOMALY', 48), ('SEASON', 720),
    ('QUALITY', 360), ('SAFETY', 24);
insert into warning_step (rule, level, count, within_minutes, places, sigmas) values
    ('CLUSTER', 'YELLOW', 5, 1440, 1, 0),
    ('CLUSTER', 'ORANGE', 10, 4320, 1, 0),
    ('CLUSTER', 'RED', 30, 10080, 1, 0),
    ('CLUSTER', 'RED', 5, 1440, 3, 0),            -- in three communities of a town at once
    ('FACILITY', 'ORANGE', 3, 30, 1, 0),
    ('REPEAT', 'YELLOW', 3, 43200, 1, 0),
    ('ANOMALY', 'YELLOW', 5, 1440, 1, 3),
    ('ANOMALY', 'ORANGE', 10, 1440, 1, 6),
    ('QUALITY', 'ORANGE', 2, 21600, 1, 0);

create table network (
    code    text collate "C" primary key,
    region  text collate "C" not null,
    network json not null,
    said_at timestamptz not null default app_now()
);
-- On which networks a ticket is, and which names of their reaches its words hold.
create table ticket_network (
    ticket_id uuid primary key,
    names     text[] not null,
    networks  text[] not null
);

create table warning (
    id        uuid primary key,
    rule      text not null,
    scope     text not null,                      -- what is not warned of twice at a time; says nothing by itself
    level     text not null,
    state     text not null,
    region    text collate "C" not null,
    category  text collate "C" not null,
    network   text collate "C",
    deciding  uuid not null,                      -- the ticket that made it one
    least     int not null,
    at        timestamptz not null,               -- of the event that decided it, by the log
    raised_at timestamptz not null,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    tickets   int not null,
    people    int not null,
    unique (rule, scope, deciding)                -- not twice, whoever reads the findings
);
create index warning_scope on warning (rule, scope, raised_at desc);
create index warning_listed on warning (raised_at desc, id desc);

create table warning_ticket (
    warning   uuid not null references warning,
    ticket_id uuid not null,
    region    text collate "C" not null,
    at        timestamptz not null,
    primary key (warning, ticket_id)
);
create index warning_ticket_ticket on warning_ticket (ticket_id);

create table warning_node (
    ord     bigint generated always as identity primary key,
    warning uuid not null references warning,
    at      timestamptz not null,
    type    text not null,
    level   text not null,
    role    text not null,
    actor   text not null,
    words   text
);
create index warning_node_warning on warning_node (warning, ord);

grant select on warning_rule, warning_step to ${app}, ${reader};
grant insert, delete on warning_step to ${app};
grant select, insert, update on network to ${app};
grant select on network to ${reader};
grant select, insert, update, delete on ticket_network to ${reader};
grant select (id, rule, level, state, region, category, network, deciding, at, raised_at, first_at, last_at, tickets, people),
    update (state) on warning to ${app};
grant select on warning_ticket to ${app};
grant select, insert on warning_node to ${app};
grant select, insert, update on warning, warning_ticket, warning_node to ${reader};

alter table warning_step enable row level security;
alter table warning_step force row level security;
create policy warning_step_seen on warning_step for select to ${app}, ${reader} using (true);
create policy warning_step_set on warning_step for insert to ${app} with check (in_scope(region, null, null));
create policy warning_step_forgotten on warning_step for delete to ${app} using (in_scope(region, null, null));

alter table network enable row level security;
alter table network force row level security;
create policy network_scope on network to ${app} using (in_scope(region, null, null))
    with check (in_scope(region, null, null));
create policy network_reader on network for select to ${reader} using (true);

alter table warning enable row level security;
alter table warning force row level security;
create policy warning_scope on warning to ${app} using (in_scope(region, null, null));
create policy warning_reader on warning to ${reader} using (true);

alter table warning_ticket enable row level security;
alter table warning_ticket force row level security;
create policy warning_ticket_scope on warning_ticket for select to ${app} using (in_scope(region, null, null));
create policy warning_ticket_reader on warning_ticket to ${reader} using (true);

alter table warning_node enable row level security;
alter table warning_node force row level security;
create policy warning_node_scope on warning_node to ${app}
    using (exists (select from warning w where w.id = warning_node.warning))
    with check (exists (select from warning w where w.id = warning_node.warning));
create policy warning_node_reader on warning_node to ${reader} using (true);
