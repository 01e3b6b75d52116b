-- Names of estates and roads that no register has, learned from tickets that were dispatched and resolved. Below three tickets
-- a name is kept as a salted hash only: few tickets may point to one home.

create table place_salt (salt uuid not null);
insert into place_salt values (gen_random_uuid());

-- Where one ticket was that named it.
create table place_sighting (
    county    text collate "C" not null,
    mark      bytea not null,                   -- of the name
    ticket_id uuid not null,
    region    text collate "C" not null,        -- where it was resolved
    at        timestamptz not null,
    primary key (county, mark, ticket_id)
);

-- Names that three tickets or more agree about. The region is what holds all of them; the county where they do not agree.
create table place_alias (
    county  text collate "C" not null,
    name    text not null,
    region  text collate "C" not null,
    tickets integer not null,
    primary key (county, name)
);

grant select on place_salt to ${reader};
grant select, insert on place_sighting to ${reader};
grant select, insert, update on place_alias to ${reader};
grant select on place_alias to ${app};

alter table place_salt enable row level security;
alter table place_salt force row level security;
create policy place_salt_reader on place_salt for select to ${reader} using (true);

alter table place_sighting enable row level security;
alter table place_sighting force row level security;
create policy place_sighting_reader on place_sighting to ${reader} using (true);

alter table place_alias enable row level security;
alter table place_alias force row level security;
create policy place_alias_scope on place_alias for select to ${app} using (in_scope(county, '{}'::text[], null));
create policy place_alias_reader on place_alias to ${reader} using (true);
-- The rules are read as the tables' owner, once for all that come.
create policy place_alias_rules on place_alias for select to current_user using (true);
