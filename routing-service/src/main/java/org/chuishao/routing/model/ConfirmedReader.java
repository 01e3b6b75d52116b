package org.chuishao.routing.model;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.IntakeEvent.SecrecyChanged;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a ticket was found to be, once the citizen saw it to its end: as it was dispatched last, so one that was given back
 * and dispatched anew teaches what it was in truth. What went out unclear (to the county, or by the clock), or as a dispatcher
 * named only a unit, teaches nothing: nobody said what it is about. What is taken up again, or becomes secret, is forgotten.
 */
@ApplicationScoped
class ConfirmedReader implements LogEffect {

    /** Somebody handled it and the citizen was told; the rest says nothing of whose it was. */
    private static final Set<Ground> HANDLED = EnumSet.of(Ground.SOLVED, Ground.EXPLAINED, Ground.PROMISED);

    private static final String KEEP = """
            insert into confirmed_ticket (ticket_id, category, named_by, at)
            select t.id, d.category, case when d.mode = 'AUTO' then d.model end, $2
            from unnest($1::uuid[]) as t (id)
            cross join lateral (
                select category, mode, model, clear from decision
                where ticket_id = t.id and outcome = 'DISPATCHED' and not late order by id desc limit 1
            ) d
            where d.clear
            on conflict (ticket_id) do update
                set category = excluded.category, named_by = excluded.named_by, at = excluded.at
            """;
    private static final String JUDGE = """
            update model_answer a set truth = c.category, found_at = c.at
            from confirmed_ticket c
            where c.ticket_id = any($1) and a.ticket_id = c.ticket_id
            """;
    private static final String FORGET = "delete from confirmed_ticket where ticket_id = any($1)";
    private static final String UNJUDGE =
            "update model_answer set truth = null, found_at = null where ticket_id = any($1) and truth is not null";

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, Boolean> teaches = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            EventData data = read.event().data();
            if (read.applied()
                    && (data instanceof Closed || data instanceof Reopened || data instanceof SecrecyChanged)) {
                teaches.put(read.event().ticket(), data instanceof Closed it && teaches(it, read.after()));
            }
        }
        UUID[] taught = with(teaches, true);
        SqlConnection sql = transaction.sql();
        return teaches.isEmpty()
                ? Uni.createFrom().voidItem()
                // a ticket that was kept before is kept anew, or not at all
                : run(sql, FORGET, with(teaches, null))
                        .chain(() -> run(sql, UNJUDGE, with(teaches, null)))
                        .chain(() -> sql.preparedQuery(KEEP)
                                .execute(Tuple.of(taught, transaction.now().atOffset(ZoneOffset.UTC))))
                        .chain(() -> run(sql, JUDGE, taught));
    }

    private static UUID[] with(Map<UUID, Boolean> teaches, @Nullable Boolean value) {
        return teaches.entrySet().stream()
                .filter(entry -> value == null || entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
    }

    private static Uni<Void> run(SqlConnection sql, String statement, UUID[] tickets) {
        return sql.preparedQuery(statement).execute(Tuple.of(tickets)).replaceWithVoid();
    }

    /**
     * Reports and secret tickets teach nothing, nor what no citizen put into words; where a conference named the unit, the
     * category was not what decided.
     */
    private static boolean teaches(Closed closed, TicketState ticket) {
        return HANDLED.contains(closed.ground())
                && !ticket.secret()
                && !ticket.returnBarred()
                && ticket.kind() != Kind.REPORT
                && ticket.channel() != Channel.WARNING;
    }
}
