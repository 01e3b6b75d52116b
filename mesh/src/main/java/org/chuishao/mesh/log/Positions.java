package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the log was read, moved in the transaction that reads. The inbox forgets in time, this does not: what Kafka hands
 * out again, however late, is dropped here. The partitions are locked before any ticket, in their order, so that of two
 * replicas that hold the same records in a rebalance one waits, and then finds them passed. By advisory locks, since a
 * locked row would number the transaction before it waits for its tickets, and the feed goes by those numbers.
 */
@ApplicationScoped
class Positions {

    /** First half of the locks' key; the second is the partition. */
    private static final int LOCK_SPACE = 0x63686c67;

    private static final String LOCK = "select pg_advisory_xact_lock($1, p)::text from unnest($2::int[]) as p";
    private static final String NEXT =
            "select kafka_partition, next_offset from log_position where kafka_partition = any($1)";
    private static final String BEGIN = """
            insert into log_position (kafka_partition, log, next_offset)
            select p, $2, 0 from unnest($1::int[]) as p order by p
            on conflict (kafka_partition) do update set log = excluded.log, next_offset = 0
            where log_position.log <> excluded.log
            """;
    private static final String MOVE = """
            update log_position p set next_offset = r.next_offset
            from unnest($1::int[], $2::bigint[]) as r (kafka_partition, next_offset)
            where p.kafka_partition = r.kafka_partition and p.next_offset < r.next_offset
            """;

    private final TopicId log;

    Positions(TopicId log) {
        this.log = log;
    }

    /**
     * Those of the records that were not passed yet. Holds their partitions' locks from here. What is sent beside it on the
     * same connection is done behind those locks, one statement after the other.
     */
    Uni<List<LogRecord>> unread(SqlConnection sql, List<LogRecord> records) {
        Integer[] partitions =
                records.stream().map(LogRecord::partition).distinct().sorted().toArray(Integer[]::new);
        return Uni.combine()
                .all()
                .unis(sql.preparedQuery(LOCK).execute(Tuple.of(LOCK_SPACE, partitions)), next(sql, partitions))
                .with((locked, next) -> next)
                .chain(next -> records.stream().allMatch(r -> isAhead(r, next))
                        ? Uni.createFrom().item(next)
                        : begin(sql, partitions).chain(() -> next(sql, partitions)))
                .map(next -> records.stream().filter(r -> isAhead(r, next)).toList());
    }

    /** Read or parked, they are behind. */
    Uni<Void> passed(SqlConnection sql, List<LogRecord> records) {
        Map<Integer, Long> next = new TreeMap<>();
        records.forEach(r -> next.merge(r.partition(), r.offset() + 1, Long::max));
        return sql.preparedQuery(MOVE)
                .execute(Tuple.of(
                        next.keySet().toArray(Integer[]::new), next.values().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Map<Integer, Long>> next(SqlConnection sql, Integer[] partitions) {
        return sql.preparedQuery(NEXT).execute(Tuple.of(partitions)).map(rows -> {
            Map<Integer, Long> next = new HashMap<>();
            for (Row row : rows) {
                next.put(row.getInteger(0), row.getLong(1));
            }
            return next;
        });
    }

    private static boolean isAhead(LogRecord record, Map<Integer, Long> next) {
        Long first = next.get(record.partition());
        return first != null && record.offset() >= first;
    }

    /** A partition that was never read, or one that hands out passed records: for all we know, of a topic made anew. */
    private Uni<Void> begin(SqlConnection sql, Integer[] partitions) {
        return log.ask()
                .chain(id -> sql.preparedQuery(BEGIN).execute(Tuple.of(partitions, id)))
                .replaceWithVoid();
    }
}
