package org.chuishao.routing.call;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.routing.clock.DeskCalls;
import org.chuishao.routing.clock.DeskCalls.Due;

/** Keeps which desks have to be called. */
@ApplicationScoped
class CallReader implements LogEffect {

    private static final String OVER = "delete from desk_call where ticket_id = any($1)";
    private static final String DUE = """
            insert into desk_call (ticket_id, unit, since)
            select * from unnest($1::uuid[], $2::text[], $3::timestamptz[])
            on conflict (ticket_id) do update set unit = excluded.unit, since = excluded.since
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        DeskCalls calls = DeskCalls.of(events);
        return over(transaction, calls).chain(() -> due(transaction, calls.due()));
    }

    private static Uni<Void> over(ReaderTransaction transaction, DeskCalls calls) {
        return calls.over().isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(transaction, OVER, Tuple.of(calls.over().keySet().toArray(UUID[]::new)));
    }

    private static Uni<Void> due(ReaderTransaction transaction, List<Due> due) {
        return due.isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(
                        transaction,
                        DUE,
                        Tuple.of(
                                due.stream().map(Due::ticket).toArray(UUID[]::new),
                                due.stream().map(Due::unit).toArray(String[]::new),
                                due.stream()
                                        .map(it -> it.since().atOffset(ZoneOffset.UTC))
                                        .toArray(OffsetDateTime[]::new)));
    }

    private static Uni<Void> execute(ReaderTransaction transaction, String statement, Tuple values) {
        return transaction.sql().preparedQuery(statement).execute(values).replaceWithVoid();
    }
}
