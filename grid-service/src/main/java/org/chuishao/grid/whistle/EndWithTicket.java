package org.chuishao.grid.whistle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * An archived ticket takes no more events: a whistle that is still open ends with it, without a word on the log. Until then
 * only its blower closes it, also where the ticket is settled before: what it called for may still be needed on site.
 */
@ApplicationScoped
class EndWithTicket implements LogEffect {

    private static final String END = """
            with ended as (
                update whistle set phase = 'CLOSED', closed_at = $2
                where ticket_id = any($1) and phase in ('PENDING_CONFIRMATION', 'SOUNDED') returning id
            ), released as (
                update whistle_call c set is_open = false from ended e where c.whistle_id = e.id
            )
            update deadline set state = 'ANNULLED', stopped_at = $2, next_at = null
            where ticket_id = any($1) and act like 'WHISTLE\\_%' and state in ('RUNNING', 'APPROACHING', 'PAUSED')
                and stopped_at is null
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        UUID[] archived = events.stream()
                .filter(it ->
                        it.before().state() != State.ARCHIVED && it.after().state() == State.ARCHIVED)
                .map(it -> it.event().ticket())
                .distinct()
                .toArray(UUID[]::new);
        return archived.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(END)
                        .execute(Tuple.of(archived, transaction.now().atOffset(ZoneOffset.UTC)))
                        .replaceWithVoid();
    }
}
