package org.chuishao.intake.warning;

import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.log.CauseInWords;
import org.chuishao.mesh.log.InTurn;
import org.chuishao.mesh.log.RelayBell;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.log.TicketLock;

/**
 * Lets those join that this service had not read when they were named: what grid found comes to it by the log alone, and
 * a warning may come sooner. Any replica may do it, at any time.
 */
@ApplicationScoped
class JoinLater {

    private static final String READ_NOW = """
            select j.ticket_id, j.child from incident_join j join ticket_fold f on f.ticket_id = j.child
            where j.outcome = 'WAITING' order by j.ticket_id, j.child limit 200
            """;

    private final Pool pool;
    private final ServiceTransactions transactions;
    private final IncidentJoins joins;
    private final RelayBell relay;

    JoinLater(
            @ReactiveDataSource("reader") Pool pool,
            ServiceTransactions transactions,
            IncidentJoins joins,
            RelayBell relay) {
        this.pool = pool;
        this.transactions = transactions;
        this.joins = joins;
        this.relay = relay;
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return pool.query(READ_NOW)
                .execute()
                .map(rows -> {
                    Map<UUID, List<UUID>> waiting = new LinkedHashMap<>();
                    rows.forEach(row -> waiting.computeIfAbsent(row.getUUID(0), ticket -> new ArrayList<>())
                            .add(row.getUUID(1)));
                    return waiting;
                })
                .chain(waiting -> InTurn.each(waiting.entrySet(), it -> join(it.getKey(), it.getValue())))
                .onFailure()
                .invoke(failure -> Log.warnf("joining later failed: %s", CauseInWords.of(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> join(UUID ticket, List<UUID> children) {
        List<UUID> all = new ArrayList<>(children);
        all.add(ticket);
        return transactions
                .run(transaction ->
                        TicketLock.take(transaction, all).chain(() -> joins.join(transaction, ticket, children)))
                .invoke(relay::ring);
    }
}
