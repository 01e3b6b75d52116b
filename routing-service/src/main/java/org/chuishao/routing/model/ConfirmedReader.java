package org.chuishao.routing.model;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * Keeps what a ticket was found to be, once the citizen saw it to its end: as it was dispatched last, so one that was given back
 * and dispatched anew teaches what it was in truth. What went out unclear (to the county, or by the clock) teaches nothing: nobody
 * said what it is about.
 */
@ApplicationScoped
class ConfirmedReader implements LogEffect {

    /** Somebody handled it and the citizen was told; the rest says nothing of whose it was. */
    private static final Set<Ground> HANDLED = EnumSet.of(Ground.SOLVED, Ground.EXPLAINED, Ground.PROMISED);

    private static final String KEEP = """
            insert into confirmed_ticket (ticket_id, category, at)
            select ticket, category, $2 from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, category text)
            where coalesce((select d.clear from decision d
                            where d.ticket_id = r.ticket and d.outcome = 'DISPATCHED' and not d.late
                            order by d.id desc limit 1), true)
            on conflict (ticket_id) do update set category = excluded.category, at = excluded.at
            """;
    private static final String JUDGE = """
            update model_answer a set truth = c.category, found_at = c.at
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid)
            join confirmed_ticket c on c.ticket_id = r.ticket
            where a.ticket_id = c.ticket_id
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        JsonArray confirmed = new JsonArray();
        for (ReadEvent read : events) {
            if (read.applied()
                    && read.event().data() instanceof Closed it
                    && HANDLED.contains(it.ground())
                    && teaches(read.after())) {
                confirmed.add(new JsonObject()
                        .put("ticket", read.event().ticket().toString())
                        .put("category", read.after().category()));
            }
        }
        if (confirmed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.of(confirmed.encode(), transaction.now().atOffset(ZoneOffset.UTC));
        return transaction
                .sql()
                .preparedQuery(KEEP)
                .execute(values)
                .chain(() -> transaction.sql().preparedQuery(JUDGE).execute(Tuple.of(confirmed.encode())))
                .replaceWithVoid();
    }

    /** Reports and secret tickets teach nothing; where a conference named the unit, the category was not what decided. */
    private static boolean teaches(TicketState ticket) {
        return ticket.category() != null
                && ticket.leadUnit() != null
                && !ticket.secret()
                && !ticket.returnBarred()
                && ticket.kind() != Kind.REPORT;
    }
}
