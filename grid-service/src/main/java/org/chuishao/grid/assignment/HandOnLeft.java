package org.chuishao.grid.assignment;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.assignment.HandOn.Done;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.RelayBell;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.sql.Rows;

/**
 * Looks every second for memberships that have ended, by a move, an import or a date that has come, and has handed on what
 * was left behind, in every replica: they share the work by the locks of the tickets.
 */
@ApplicationScoped
class HandOnLeft {

    private static final int MOST_WORKERS = 20;
    private static final int MOST = 100;

    private static final String ENDED = """
            SELECT m.worker, (SELECT app_now()) AS now FROM membership m
            WHERE NOT m.handed_on AND m.valid_to <= (SELECT app_now())
            GROUP BY m.worker ORDER BY min(m.valid_to), m.worker LIMIT $1
            """;
    /** Not at once: a batch of the log that found the worker still there may be about to commit. */
    private static final String HANDED_ON =
            "UPDATE membership SET handed_on = true WHERE worker = ANY ($1) AND NOT handed_on"
                    + " AND valid_to <= $2 - interval '10 seconds'";

    private final ServiceTransactions transactions;
    private final HandOn assignments;
    private final HandOnVerifications verifications;
    private final RelayBell relay;

    HandOnLeft(
            ServiceTransactions transactions, HandOn assignments, HandOnVerifications verifications, RelayBell relay) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.verifications = verifications;
        this.relay = relay;
    }

    private record Ended(List<String> workers, OffsetDateTime now) {}

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return goOn(List.of());
    }

    /** A batch a transaction, until nobody has anything left but what others hold just now. */
    private Uni<Void> goOn(List<UUID> over) {
        return transactions.run(transaction -> batch(transaction, over)).chain(done -> {
            if (done.given() > 0) {
                relay.ring();
            }
            boolean more = done.given() + done.over().size() > 0;
            List<UUID> known = new ArrayList<>(over);
            known.addAll(done.over());
            return more ? goOn(known) : Uni.createFrom().voidItem();
        });
    }

    private Uni<Done> batch(ReaderTransaction reading, List<UUID> over) {
        return reading.sql()
                .preparedQuery(ENDED)
                .execute(Tuple.of(MOST_WORKERS))
                .map(Rows::list)
                .chain(rows -> {
                    if (rows.isEmpty()) {
                        return Uni.createFrom().item(new Done(0, List.of(), 0));
                    }
                    OffsetDateTime now = rows.get(0).getOffsetDateTime("now");
                    Ended ended = new Ended(
                            rows.stream().map(row -> row.getString("worker")).toList(), now);
                    // all that follows goes by the database's time, which the memberships ended by
                    ReaderTransaction transaction = reading.at(now.toInstant());
                    return verifications
                            .from(transaction, ended.workers())
                            .chain(() -> assignments.from(transaction, ended.workers(), over, MOST))
                            .call(done -> done.nothingLeft(MOST)
                                    ? handedOn(transaction, ended)
                                    : Uni.createFrom().voidItem());
                });
    }

    private static Uni<Void> handedOn(ReaderTransaction transaction, Ended ended) {
        return transaction
                .sql()
                .preparedQuery(HANDED_ON)
                .execute(Tuple.of(ended.workers().toArray(String[]::new), ended.now()))
                .replaceWithVoid();
    }
}
