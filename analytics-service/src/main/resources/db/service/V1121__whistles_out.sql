-- Whistles (社区吹哨、部门报到), and which of the departments that were called has come. None of their words.
create table whistle_fact (
    whistle      uuid primary key,
    ticket_id    uuid not null,
    number       text,
    kind         text not null,
    region       text collate "C" not null,       -- where it sounded
    units        text[] not null,                 -- who blew it and who is called
    blown_at     timestamptz not null,
    confirmed_at timestamptz,
    ended_at     timestamptz                      -- closed, not confirmed, or its ticket was archived
);
-- Those that are out, the newest first; few of all that ever were.
create index whistle_fact_out on whistle_fact (blown_at desc, whistle desc) where ended_at is null;
create index whistle_fact_ticket on whistle_fact (ticket_id);

create table whistle_department_fact (
    whistle     uuid not null references whistle_fact on delete cascade,
    department  text collate "C" not null,
    signed_at   timestamptz,
    arrived_at  timestamptz,
    released_at timestamptz,                      -- its objection was upheld: nobody waits for it
    primary key (whistle, department)
);

grant select on whistle_fact, whistle_department_fact to ${app};
grant select, insert, update, delete on whistle_fact, whistle_department_fact to ${reader};

alter table whistle_fact enable row level security;
alter table whistle_fact force row level security;
create policy whistle_fact_scope on whistle_fact for select to ${app} using (in_scope(region, units, null));
create policy whistle_fact_reader on whistle_fact to ${reader} using (true);

-- Who sees a whistle sees whom it calls.
alter table whistle_department_fact enable row level security;
alter table whistle_department_fact force row level security;
create policy whistle_department_fact_scope on whistle_department_fact for select to ${app}
    using (exists (select from whistle_fact w where w.whistle = whistle_department_fact.whistle));
create policy whistle_department_fact_reader on whistle_department_fact to ${reader} using (true);
