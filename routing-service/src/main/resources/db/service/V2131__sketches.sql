-- Which tickets are about the same matter, told without their words: of a ticket's characters a keyed sketch is kept, by
-- which two texts can be compared and none can be read. Reports and secret tickets have none.

create table sketch_salt (salt uuid not null);
insert into sketch_salt values (gen_random_uuid());

create table ticket_sketch (
    ticket_id uuid primary key,
    at        timestamptz not null,         -- when it came in
    marks     bytea not null,               -- MinHash of its characters: 256 times 16 bits
    names     integer[] not null,           -- of estates and roads
    keys      integer[] not null            -- bands of the marks, the names and the community, all within the county
);
-- What shares a key may be alike.
create index ticket_sketch_keys on ticket_sketch using gin (keys);
-- Old ones are taken out by age.
create index ticket_sketch_age on ticket_sketch using brin (at);

grant select on sketch_salt to ${reader};
grant select, insert, update, delete on ticket_sketch to ${reader};

alter table sketch_salt enable row level security;
alter table sketch_salt force row level security;
create policy sketch_salt_reader on sketch_salt for select to ${reader} using (true);

alter table ticket_sketch enable row level security;
alter table ticket_sketch force row level security;
create policy ticket_sketch_reader on ticket_sketch to ${reader} using (true);
create policy ticket_sketch_door on ticket_sketch for select to current_user using (true);

-- The ticket that is asked about and those around it in time that share a key with it, as far as the caller may see them.
-- Requests read no sketch and no fold otherwise. Under row security of their own the keys would not find their index.
create function alike(asked uuid, within_seconds double precision)
    returns table (ticket_id uuid, at timestamptz, marks bytea, names integer[], state text, category text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with one as (select s.* from ticket_sketch s where s.ticket_id = asked),
    found as (
        select o.* from one o
        union all
        (select c.* from one o, ticket_sketch c
         where c.keys && o.keys and c.ticket_id <> asked
            and c.at between o.at - make_interval(secs => within_seconds) and o.at + make_interval(secs => within_seconds)
         order by abs(extract(epoch from c.at - o.at)) limit 500))
    select s.ticket_id, s.at, s.marks, s.names, f.state ->> 'state', f.state ->> 'category'
    from found s join ticket_fold f using (ticket_id)
    where in_scope(f.state ->> 'region', '{}', null)
        and not coalesce((f.state ->> 'secret')::boolean, false) and coalesce(f.state ->> 'kind', 'OTHER') <> 'REPORT'
$$;

revoke execute on function alike(uuid, double precision) from public;
grant execute on function alike(uuid, double precision) to ${app};
