package org.chuishao.intake.archive;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.intake.clock.RunOut;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.DeadlineEffect;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.IntakeEvent.Archived;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReaderTransaction;

/** Archives what was not taken up again within its window, with a seal over all that was kept of it until now. */
@ApplicationScoped
class ArchiveSettled implements DeadlineEffect {

    private static final String SEAL = "select of_ticket, seal from seal_tickets($1::uuid[])";

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Firing> firings) {
        return RunOut.of(transaction, firings, Act.REOPEN_WINDOW).chain(tickets -> {
            tickets.values().removeIf(now -> !Fold.allowed(now.state()).contains(EventType.ARCHIVED));
            return tickets.isEmpty() ? Uni.createFrom().voidItem() : archive(transaction, tickets);
        });
    }

    private static Uni<Void> archive(ReaderTransaction transaction, Map<UUID, TicketState> tickets) {
        return transaction
                .sql()
                .preparedQuery(SEAL)
                .execute(Tuple.of((Object) tickets.keySet().toArray(UUID[]::new)))
                .chain(rows -> {
                    Map<UUID, String> seals = new HashMap<>();
                    rows.forEach(row -> seals.put(row.getUUID("of_ticket"), row.getString("seal")));
                    return RunOut.write(transaction, tickets, (ticket, now) -> archived(seals, ticket));
                });
    }

    private static Archived archived(Map<UUID, String> seals, UUID ticket) {
        String seal = seals.get(ticket);
        if (seal == null) {
            throw new IllegalStateException("ticket " + ticket + " was not sealed");
        }
        return new Archived(seal);
    }
}
