-- Where the ticket of a confirmed incident stands for what is warned of: its own place where this is null, or a wider one since
-- a person has confirmed a wider incident that holds it.
alter table proactive_ticket add column bound text collate "C";

grant update (bound) on proactive_ticket to ${app};
grant update (region, network, first_at, last_at, folded_into) on incident to ${app};
create policy incident_confirmed on incident for update to ${app}
    using (in_scope(region, null, null)) with check (in_scope(region, null, null));
