-- What units want to give back (退单), and matters that nobody owns up to (争议), for an adjudicator.

create table return_request (
    assignment_id  uuid primary key,
    ticket_id      uuid not null,
    unit           text not null,
    suggested_unit text not null,
    signed_off_by  text not null,
    basis          text not null,               -- sealed: the unit's
    asked_at       timestamptz not null,
    outcome        text check (outcome in ('GRANTED', 'REFUSED', 'LAPSED')),    -- null while it waits
    reason         text,                        -- sealed: the adjudicator's
    decided_at     timestamptz check ((decided_at is null) = (outcome is null))
);
-- What waits, the oldest first, page by page; few of all.
create index return_request_waiting on return_request (asked_at, assignment_id) where outcome is null;
-- What became of a ticket's returns, as a dispatcher sees it beside the queue.
create index return_request_ticket on return_request (ticket_id);

create table dispute (
    ticket_id uuid primary key,
    ground    text not null,                    -- sealed
    units     text[] not null,
    since     timestamptz not null,
    waiting   boolean not null default true     -- for the conference's word
);
create index dispute_waiting on dispute (since, ticket_id) where waiting;

grant select on return_request, dispute to ${app};
grant update (outcome, reason, decided_at) on return_request to ${app};
grant update (waiting) on dispute to ${app};
grant select, insert, update on return_request, dispute to ${reader};

-- Who may see a ticket sees what is asked about it; the inner query stands under the ticket's own policy.
alter table return_request enable row level security;
alter table return_request force row level security;
create policy return_request_scope on return_request to ${app}
    using (exists (select from routing_ticket t where t.ticket_id = return_request.ticket_id));
create policy return_request_reader on return_request to ${reader} using (true);

alter table dispute enable row level security;
alter table dispute force row level security;
create policy dispute_scope on dispute to ${app}
    using (exists (select from routing_ticket t where t.ticket_id = dispute.ticket_id));
create policy dispute_reader on dispute to ${reader} using (true);
