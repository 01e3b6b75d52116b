package org.chuishao.intake.transfer;

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
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReaderTransaction;

/** An emergency service that did not answer in time: whoever received the ticket first handles it. */
@ApplicationScoped
class SilentServices implements DeadlineEffect {

    private static final String SERVICES = "select ticket_id, service from transfer where ticket_id = any($1)";

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Firing> firings) {
        return RunOut.of(transaction, firings, Act.TRANSFER_RECEIPT)
                .chain(tickets -> tickets.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : services(transaction, tickets)
                                .chain(services -> RunOut.write(
                                        transaction, tickets, (ticket, now) -> Silence.of(now, services.get(ticket)))));
    }

    private static Uni<Map<UUID, EmergencyService>> services(
            ReaderTransaction transaction, Map<UUID, TicketState> tickets) {
        return transaction
                .sql()
                .preparedQuery(SERVICES)
                .execute(Tuple.of((Object) tickets.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, EmergencyService> services = new HashMap<>();
                    rows.forEach(row ->
                            services.put(row.getUUID("ticket_id"), EmergencyService.of(row.getString("service"))));
                    return services;
                });
    }
}
