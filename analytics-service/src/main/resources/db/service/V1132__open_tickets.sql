-- What a brief calls open: the few tickets that are not closed, among all that ever were.
create index ticket_fact_open on ticket_fact (received_at) where closed_at is null;
