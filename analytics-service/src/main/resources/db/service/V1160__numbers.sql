-- A ticket is looked for by the number that its caller was told: one row, however many there are.
create index ticket_fact_number on ticket_fact (number) where number is not null;
