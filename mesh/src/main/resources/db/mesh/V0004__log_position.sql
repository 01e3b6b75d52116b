-- How far the log was read, by partition: moved in the transaction that reads. What lies before it is never read again, even
-- where the inbox has forgotten it. To read the log anew, with an emptied database, these rows are deleted with the rest
-- and the consumer group's offsets are reset; so too after Postgres was set back to an older state.
-- One row a partition, written with every batch: half of each page is left free for the next versions.
create table log_position (
    kafka_partition int    primary key,
    log             text   not null,   -- Kafka's id of the topic: one that was made anew has another, and is read from its start
    next_offset     bigint not null    -- the first one not read yet
) with (fillfactor = 50);

grant select, insert, update on log_position to ${reader};
