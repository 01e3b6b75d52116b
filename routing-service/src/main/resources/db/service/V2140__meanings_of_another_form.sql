-- What a ticket means is read in another way (kernel-2): what was kept in the former is of no use beside it. The rules decide
-- until a model has learnt anew from the same confirmed tickets, by itself.
update confirmed_ticket set meaning = null where meaning is not null;
update model set state = 'REJECTED', bytes = null where bytes is not null;
