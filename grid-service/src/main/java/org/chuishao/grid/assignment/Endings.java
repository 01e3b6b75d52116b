package org.chuishao.grid.assignment;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.ServiceTransactions;

/** Memberships whose end has come: from when it was first seen until nothing of the grid is in the worker's hands any more. */
@ApplicationScoped
class Endings {

    private static final String SEE = """
            WITH seen AS (
                UPDATE membership m SET end_seen_at = app_now()
                FROM (SELECT l.grid, l.role, l.worker, l.valid_from FROM membership l
                      WHERE (l.grid, l.role, l.worker, l.valid_from) IN (
                          SELECT e.grid, e.role, e.worker, e.valid_from FROM leavers() e WHERE e.end_seen_at IS NULL)
                      FOR UPDATE SKIP LOCKED) n
                WHERE (m.grid, m.role, m.worker, m.valid_from) = (n.grid, n.role, n.worker, n.valid_from))
            SELECT EXISTS (SELECT FROM leavers()) AS any
            """;

    /**
     * Not at once: a batch of the log that found the worker still there may be about to commit. And not while anything of his
     * may still change hands, or come back since the log did not take it.
     */
    private static final String CLOSE = """
            UPDATE membership m SET handed_on = true
            FROM (SELECT l.grid, l.role, l.worker, l.valid_from, p.places FROM leavers() l
                  CROSS JOIN LATERAL (SELECT places_of(l.worker) AS places OFFSET 0) p
                  WHERE l.end_seen_at <= app_now() - interval '10 seconds'
                    AND NOT EXISTS (
                        SELECT FROM assignment a WHERE a.worker = l.worker AND a.is_open AND a.region <> ALL (p.places))
                    AND NOT EXISTS (
                        SELECT FROM assignment a JOIN ticket_fold f ON f.ticket_id = a.ticket_id
                        WHERE a.worker = l.worker AND a.phase = 'RESOLVED' AND a.region <> ALL (p.places) AND @live)
                    AND NOT EXISTS (
                        SELECT FROM verification v
                        WHERE v.waiting AND v.worker = l.worker AND v.region <> ALL (p.places))
                    AND NOT EXISTS (
                        SELECT FROM assignment_handed_on h JOIN assignment a ON a.id = h.assignment_id
                        JOIN pending_event e ON e.ticket_id = a.ticket_id
                        WHERE h.worker = l.worker)
                  LIMIT 500) n
            WHERE (m.grid, m.role, m.worker, m.valid_from) = (n.grid, n.role, n.worker, n.valid_from)
            """.replace("@live", HandOn.LIVE);

    private static final String TAKE_OUT =
            "DELETE FROM assignment_handed_on WHERE at < app_now() - interval '180 days'";

    private final ServiceTransactions transactions;

    Endings(ServiceTransactions transactions) {
        this.transactions = transactions;
    }

    /** @return whether there are any */
    Uni<Boolean> see(ReaderTransaction transaction) {
        return transaction.sql().query(SEE).execute().map(rows -> rows.iterator()
                .next()
                .getBoolean("any"));
    }

    Uni<Void> close(ReaderTransaction transaction) {
        return transaction.sql().query(CLOSE).execute().replaceWithVoid();
    }

    /** A phone that was away for longer than half a year is not told any more what went out of its hands. */
    @Scheduled(every = "6h", delayed = "25m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeOut() {
        return transactions.run(
                transaction -> transaction.sql().query(TAKE_OUT).execute().replaceWithVoid());
    }
}
