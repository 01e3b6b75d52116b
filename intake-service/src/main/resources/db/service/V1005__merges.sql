-- What is merged into what now. A row goes when its ticket goes on by itself or is settled.
create table merged_ticket (
    child      uuid primary key,
    parent     uuid not null,
    settled_at timestamptz,                     -- when the parent had its result: the child's caller is due to be called
    result     text                             -- the parent's, sealed, the same value as on the log
);
-- Those that were merged into one ticket.
create index merged_parent on merged_ticket (parent);

-- Whether others are merged into a ticket, in whosever scope they lie: it tells nothing else, and runs as the owner.
create function has_merged(ticket uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as 'select exists (select from merged_ticket m where m.parent = $1)';
revoke execute on function has_merged from public;
grant execute on function has_merged to ${app};

alter table merged_ticket enable row level security;
alter table merged_ticket force row level security;
create policy of_ticket on merged_ticket to ${app}
    using (exists (select from ticket t where t.id = merged_ticket.child));
create policy kept_by_reader on merged_ticket to ${reader} using (true) with check (true);
-- For has_merged alone; nobody signs in as the owner after the migration.
create policy passed_by on merged_ticket for select to current_user using (true);

grant select, insert, update, delete on merged_ticket to ${app};
grant select, update, delete on merged_ticket to ${reader};
