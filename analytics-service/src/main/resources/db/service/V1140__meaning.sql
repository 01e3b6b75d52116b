-- What a ticket's words mean, as routing lets it leave: signs against planes that only routing knows. Two of them can be
-- held beside one another, one alone says nothing. Secret tickets have none.
alter table ticket_fact add column meaning text;

-- It stands in the warning for what it means: it was filed as something else.
alter table warning_ticket add column by_meaning boolean not null default false;
