-- Parts that a dispatch gave are what can be given back: neither those that are handed down, nor those that are opened to be
-- done again. What was read before this stands as it was counted; whoever wants it counted anew reads the log anew.
alter table part_fact rename column handed_down to dispatched;
update part_fact set dispatched = not dispatched;
drop index part_fact_created;
create index part_fact_created on part_fact (created_at) where dispatched;

-- Reports and secret tickets neither repeat nor are repeated: that their caller came before might lead to who told.
create or replace function complained_before(of_caller text, of_category text, at timestamptz, days int) returns boolean
    language sql stable strict parallel safe security definer set search_path = public, pg_temp
as $$
    select exists (
        select from ticket_fact t where t.caller = of_caller and t.category = of_category
            and not t.secret and t.kind <> 'REPORT'
            and t.received_at < at and t.received_at >= at - make_interval(hours => 24 * days))
$$;
