package org.chuishao.routing.returns;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.routing.dispatch.Json;

/** Keeps what units want to give back, and what the log made of it. */
@ApplicationScoped
class ReturnReader implements LogEffect {

    private static final String ASK = """
            insert into return_request (assignment_id, ticket_id, unit, suggested_unit, signed_off_by, basis, asked_at)
            select assignment, ticket, unit, suggested, leader, basis, at
            from jsonb_to_recordset($1::text::jsonb) as r (assignment uuid, ticket uuid, unit text, suggested text,
                 leader text, basis text, at timestamptz)
            on conflict (assignment_id) do nothing
            """;
    private static final String REOPEN = """
            update return_request set outcome = null, reason = null, decided_at = null where assignment_id = any($1)
            """;
    private static final String SETTLE = """
            update return_request q set outcome = r.outcome, reason = r.reason, decided_at = r.at
            from jsonb_to_recordset($1::text::jsonb) as r (assignment uuid, outcome text, reason text, at timestamptz)
            where q.assignment_id = r.assignment
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        ReturnNews news = ReturnNews.of(events);
        return run(transaction, ASK, news.asked())
                .chain(() -> reopen(transaction, news))
                .chain(() -> run(transaction, SETTLE, news.settled()));
    }

    private static Uni<Void> reopen(ReaderTransaction transaction, ReturnNews news) {
        return news.reopened().isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(transaction, REOPEN, Tuple.of(news.reopened().toArray(UUID[]::new)));
    }

    private static Uni<Void> run(ReaderTransaction transaction, String statement, List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(transaction, statement, Tuple.of(Json.rows(rows)));
    }

    private static Uni<Void> execute(ReaderTransaction transaction, String statement, Tuple values) {
        return transaction.sql().preparedQuery(statement).execute(values).replaceWithVoid();
    }
}
