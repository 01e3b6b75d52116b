package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.DeadlineEffect;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.reference.Units;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.catalogue.Entry;
import org.chuishao.routing.dispatch.CountyFallback.Overdue;

/** When the clock of a ticket in the queue runs out, dispatches what must not wait longer to the county. */
@ApplicationScoped
class DispatchOverdue implements DeadlineEffect {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String QUEUED = """
            select q.ticket_id, q.region, q.severity, q.category, t.kind, t.secret, t.safety,
                array(select unit from return_request r where r.ticket_id = q.ticket_id and r.outcome = 'GRANTED') as gave_back
            from dispatch_queue q join routing_ticket t using (ticket_id)
            where q.ticket_id = any($1)
            """;

    private final Router router;
    private final CurrentRules rules;
    private final Units units;

    DispatchOverdue(Router router, CurrentRules rules, Units units) {
        this.router = router;
        this.rules = rules;
        this.units = units;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Firing> firings) {
        Map<UUID, Firing> missed = firings.stream()
                .filter(it -> it.missed() && it.stoppedAt() == null && it.act().equals(Act.DISPATCH.name()))
                .collect(Collectors.toMap(Firing::ticket, Function.identity(), (first, second) -> second));
        return missed.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(QUEUED)
                        .execute(Tuple.of(missed.keySet().toArray(UUID[]::new)))
                        .chain(rows -> dispatch(transaction, missed, rows));
    }

    private Uni<Void> dispatch(ReaderTransaction transaction, Map<UUID, Firing> missed, RowSet<Row> queued) {
        if (queued.size() > 0 && !router.ready()) {
            // passes: a clock fires once, so it waits until the units are there
            return Uni.createFrom().failure(new TimeoutException("regions and units are not read yet"));
        }
        List<Draft> drafts = new ArrayList<>();
        for (Row row : queued) {
            Firing firing = missed.get(row.getUUID("ticket_id"));
            if (firing != null) {
                CountyFallback.lead(overdue(row, transaction.now()), unit -> units.find(unit)
                                .isPresent())
                        .ifPresent(lead -> drafts.add(draft(firing, row, lead)));
            }
        }
        return transaction
                .append(drafts)
                .chain(() -> new DecisionWriter(transaction).overdue(drafts))
                .chain(() -> new QueueWriter(transaction)
                        .unqueue(drafts.stream().map(Draft::ticket).toList()));
    }

    private Overdue overdue(Row row, Instant now) {
        String region = row.getString("region");
        LocalDate today = now.atZone(CHINA).toLocalDate();
        boolean byItself = rules.get()
                .catalogue()
                .find(row.getString("category"), region, today)
                .map(Entry::byItself)
                .orElse(true);
        return new Overdue(
                Severity.valueOf(row.getString("severity")),
                region,
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("secret"),
                row.getBoolean("safety"),
                byItself,
                Set.copyOf(List.of(row.getArrayOfStrings("gave_back"))));
    }

    /** One event after that which tells of the miss. */
    private static Draft draft(Firing firing, Row row, String lead) {
        TicketDispatched dispatched = new TicketDispatched(
                lead,
                List.of(),
                List.of(),
                row.getString("region"),
                Severity.valueOf(row.getString("severity")),
                row.getString("category"),
                Mode.AUTO,
                Grounds.OVERDUE,
                null);
        return new Draft(firing.ticket(), firing.round(), null, firing.seen() + 1, dispatched);
    }
}
