-- What a brief calls open: the few tickets that something is owed for, among all that ever were. The states are those of the
-- query, in its order.
create index ticket_fact_open on ticket_fact (received_at) where closed_at is null
    and state not in ('UNSEEN', 'DECLINED', 'ANSWERED', 'WITHDRAWN', 'MERGED', 'CLOSED', 'ARCHIVED');
