-- How far the log was read, by partition: moved in the transaction that reads, so it is true whatever Kafka remembers. What
-- lies before it is never read again, even where the inbox has forgotten it: to read a log anew, with an emptied database,
-- these rows are deleted with the rest.
-- One row a partition, written with every batch: half of each page is left free for the next versions.
create table log_position (
    kafka_partition int    primary key,
    log             text   not null,   -- Kafka's id of the topic: one that was made anew has another, and is read from its start
    next_offset     bigint not null    -- the first one not read yet
) with (fillfactor = 50);

grant select, insert, update on log_position to ${reader};
