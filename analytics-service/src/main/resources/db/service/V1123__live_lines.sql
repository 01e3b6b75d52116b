-- The live line of the cockpit: one row an event, for about an hour.
create table live_line (
    seq      bigint primary key,                  -- the mark; see below
    said_at  timestamptz not null default app_now(),
    at       timestamptz not null,                -- of the event
    warning  boolean not null,                    -- of a warning, otherwise of a ticket
    region   text collate "C" not null,
    units    text[] not null,
    subject  uuid,                                -- the ticket or the warning; null where it may not be told
    number   text,
    type     text not null,
    category text collate "C",
    state    text not null,
    late     boolean not null,
    rule     text,
    level    text
);

-- Those of a ticket that becomes secret.
create index live_line_subject on live_line (subject) where subject is not null;

create sequence live_line_number owned by live_line.seq;
-- One is given at least: the last that was given says nothing before there is one.
select setval('live_line_number', 1);
alter table live_line alter seq set default nextval('live_line_number');

-- Numbers are given out before the commit, so that a lower one may appear behind a higher one that was told. Whoever writes
-- shows first, by a shared lock that nobody waits for and that goes with the transaction, the last number that was given
-- before his own. 1763 names these locks; a lock has place for 31 bits of the number.
create function begin_live_lines() returns void
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(1763, (last_value & 2147483647)::int) from live_line_number;
end
$$;

-- Up to which number all rows stand, or never will. In this order: whoever had been given a number by the first step had
-- shown his lock before, and is seen by the second step or has ended. What is read by it has to be read in a statement that
-- begins later.
create function settled_live_lines() returns bigint
    language plpgsql as $$
declare
    given bigint;
    begun bigint;
begin
    select last_value into given from live_line_number;
    select given - max(w.behind) into begun
    from (select (given - l.objid::bigint) & 2147483647 as behind from pg_locks l
          where l.locktype = 'advisory' and l.classid = 1763 and l.objsubid = 2
            and l.database = (select d.oid from pg_database d where d.datname = current_database())) w
    where w.behind < 1073741824;        -- the others have begun since the first step
    return coalesce(begun, given);
end
$$;
revoke execute on function begin_live_lines, settled_live_lines from public;
grant execute on function begin_live_lines to ${app}, ${reader};
grant execute on function settled_live_lines to ${app};
grant usage, select on sequence live_line_number to ${app}, ${reader};

grant select on live_line to ${app};
-- A verdict is given by a request.
grant insert (at, warning, region, units, subject, type, category, state, late, rule, level) on live_line to ${app};
grant select, insert, delete, update (subject, number, category) on live_line to ${reader};

alter table live_line enable row level security;
alter table live_line force row level security;
create policy live_line_scope on live_line for select to ${app} using (in_scope(region, units, null));
create policy live_line_judged on live_line for insert to ${app} with check (warning and in_scope(region, null, null));
create policy live_line_reader on live_line to ${reader} using (true);
