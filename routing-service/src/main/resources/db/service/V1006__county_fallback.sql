-- What a person has to dispatch, whatever the time: kept with the ticket, since a ticket may come back to the queue.
alter table routing_ticket add column safety boolean not null default false;    -- 涉险
