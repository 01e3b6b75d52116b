package org.chuishao.intake.warning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.log.InTurn;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.TicketLock;

/** What follows from confirmed warnings, in one transaction: the ticket, who joins it, who is told. */
@ApplicationScoped
class TakeUpWarnings {

    /** In one order, so that two replicas with the same records wait for each other. */
    private static final String NEW_IN_INBOX = """
            insert into inbox (event_id) select distinct e from unnest($1::uuid[]) as e order by e
            on conflict do nothing returning event_id
            """;

    private final ProactiveTickets proactive;
    private final IncidentJoins joins;

    TakeUpWarnings(ProactiveTickets proactive, IncidentJoins joins) {
        this.proactive = proactive;
        this.joins = joins;
    }

    Uni<Void> all(ReaderTransaction transaction, List<Confirmed> messages) {
        return onlyNew(transaction, messages)
                .chain(fresh -> fresh.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : TicketLock.take(
                                        transaction,
                                        fresh.stream()
                                                .flatMap(Confirmed::tickets)
                                                .toList())
                                .chain(() -> InTurn.each(fresh, one -> takeUp(transaction, one))));
    }

    private Uni<Void> takeUp(ReaderTransaction transaction, Confirmed warning) {
        return proactive
                .make(transaction, warning)
                .chain(() -> proactive.supplement(transaction, warning))
                .chain(() -> joins.join(transaction, warning.ticket(), warning.joins()));
    }

    private static Uni<List<Confirmed>> onlyNew(ReaderTransaction transaction, List<Confirmed> messages) {
        return transaction
                .sql()
                .preparedQuery(NEW_IN_INBOX)
                .execute(Tuple.of(
                        (Object) messages.stream().map(Confirmed::event).toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> unread = new HashSet<>();
                    rows.forEach(row -> unread.add(row.getUUID(0)));
                    return messages.stream()
                            .filter(message -> unread.remove(message.event()))
                            .toList();
                });
    }
}
