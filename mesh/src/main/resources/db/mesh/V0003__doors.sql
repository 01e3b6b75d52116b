-- The doors through which requests reach tables that they may not read: one ticket, or one call of a client, at a time and
-- by its whole name. They run as the tables' owner.

-- A ticket's fold and the events that this service has written and not yet read back. Takes the ticket's lock first: what
-- is read after it (each statement here has its own snapshot) is what the last holder left.
create function take_ticket(ticket uuid, lock_key bigint) returns text
    language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(lock_key);
    return json_build_object(
        'fold', (select f.state from ticket_fold f where f.ticket_id = ticket),
        'pending', (select json_agg(json_build_object('attributes', o.attributes, 'data', o.data) order by o.seq)
                    from outbox o where o.ticket_id = ticket and o.read_at is null));
end
$$;

-- What a call was answered. A call that is under way in another transaction is not seen.
create function known_call(of_client text, of_path text, of_key text)
    returns table (body_hash bytea, status smallint, location text, reply text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select i.body_hash, i.status, i.location, i.reply
    from idempotency i where i.client = of_client and i.path = of_path and i.key = of_key
$$;

-- Takes a key for a call that was never made (no row), or says what the former one was answered. Waits for one that is
-- under way.
create function take_call(of_client text, of_path text, of_key text, hash bytea)
    returns table (body_hash bytea, status smallint, location text, reply text)
    language plpgsql volatile security definer set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
    insert into idempotency (client, path, key, body_hash) values (of_client, of_path, of_key, hash) on conflict do nothing;
    if not found then
        return query select * from known_call(of_client, of_path, of_key);
    end if;
end
$$;

-- Keeps the answer of a call that was taken just now, never over another answer.
create function answer_call(of_client text, of_path text, of_key text, with_status smallint, with_location text,
    with_reply text) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
    update idempotency i set status = with_status, location = with_location, reply = with_reply
    where i.client = of_client and i.path = of_path and i.key = of_key and i.status is null;
    return found;
end
$$;

revoke execute on function take_ticket(uuid, bigint), known_call(text, text, text), take_call(text, text, text, bytea),
    answer_call(text, text, text, smallint, text, text) from public;
grant execute on function take_ticket(uuid, bigint), known_call(text, text, text), take_call(text, text, text, bytea),
    answer_call(text, text, text, smallint, text, text) to ${app};
