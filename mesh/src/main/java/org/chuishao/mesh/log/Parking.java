package org.chuishao.mesh.log;

import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Where a ticket waits whose event could not be read or applied: its later events queue up behind it, in order. */
@ApplicationScoped
class Parking {

    private static final String PARK = """
            insert into parked_ticket (ticket_id, cause) values ($1, $2)
            on conflict (ticket_id) do update set cause = excluded.cause
            """;

    private final Pool pool;
    private final Positions positions;

    Parking(@ReactiveDataSource("reader") Pool pool, Positions positions) {
        this.pool = pool;
        this.positions = positions;
    }

    /** Fails only while the database is away: what the record holds can at worst not be kept with it. */
    Uni<Void> park(LogRecord record, Throwable failure) {
        String cause = CauseInWords.of(failure);
        Log.errorf(failure, "ticket %s is parked at %s: %s", record.ticket(), record.place(), cause);
        return park(record, cause, sql -> ParkedEvents.keep(sql, List.of(record)))
                .onFailure(inKeeping -> !Failures.waits(inKeeping))
                .recoverWithUni(inKeeping -> parkPlace(record, inKeeping));
    }

    private Uni<Void> parkPlace(LogRecord record, Throwable failure) {
        String cause = "not kept, only its place on the log: " + CauseInWords.of(failure);
        return park(record, cause, sql -> ParkedEvents.keepPlace(sql, record));
    }

    private Uni<Void> park(LogRecord record, String cause, Function<SqlConnection, Uni<Void>> keep) {
        // another replica may have passed it since it failed here
        return pool.withTransaction(sql -> positions
                .unread(sql, List.of(record))
                .chain(unread -> unread.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : TicketLock.take(sql, List.of(record.ticket()))
                                .chain(() -> sql.preparedQuery(PARK).execute(Tuple.of(record.ticket(), cause)))
                                .chain(() -> keep.apply(sql))
                                .chain(() -> positions.passed(sql, unread))));
    }

    /** Which of the tickets wait. */
    static Uni<Set<UUID>> parked(SqlConnection sql, Collection<UUID> tickets) {
        return sql.preparedQuery("select ticket_id from parked_ticket where ticket_id = any($1)")
                .execute(Tuple.of(tickets.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> parked = new HashSet<>();
                    for (Row row : rows) {
                        parked.add(row.getUUID(0));
                    }
                    return parked;
                });
    }

    /** Puts the records of parked tickets behind those already waiting and answers the others. */
    static Uni<List<LogRecord>> divert(SqlConnection sql, List<LogRecord> records, Set<UUID> parked) {
        if (parked.isEmpty()) {
            return Uni.createFrom().item(records);
        }
        List<LogRecord> waiting = new ArrayList<>();
        List<LogRecord> open = new ArrayList<>();
        records.forEach(r -> (parked.contains(r.ticket()) ? waiting : open).add(r));
        return ParkedEvents.keep(sql, waiting).replaceWith(open);
    }
}
