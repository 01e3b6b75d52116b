-- A deadline whose firing fails for what is in it is set aside, so that the others fire: next_at says when it is tried
-- again. In both tables, and in the same order, since rows are moved out as they are.
alter table deadline
    add column failures  int not null default 0,  -- in a row; a firing that succeeds takes them back
    add column failed_at timestamptz,
    add column cause     text;                    -- in words for operators, without what a person said
alter table deadline_past
    add column failures  int not null default 0,
    add column failed_at timestamptz,
    add column cause     text;
-- How many are set aside, which is hardly ever any.
create index deadline_aside on deadline (failed_at) where failed_at is not null and next_at is not null;

-- What fires no more, by age, for those who move it out.
create index deadline_over on deadline ((coalesce(stopped_at, fired_at)), id) where next_at is null and state <> 'PAUSED';
