-- What a worker finds on patrol is a ticket like any other, but only intake gives it a number.
alter table routing_ticket alter column number drop not null;
