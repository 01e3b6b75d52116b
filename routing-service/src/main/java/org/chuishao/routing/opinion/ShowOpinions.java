package org.chuishao.routing.opinion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sight.Sight;
import org.chuishao.mesh.sql.Rows;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.dispatch.ShownWords;
import org.chuishao.routing.page.InChina;
import org.jspecify.annotations.Nullable;

/** Opinions as a dispatcher sees them, in scope. */
@ApplicationScoped
class ShowOpinions {

    private static final String OF_TICKET = """
            select t.kind, t.secret, o.* from routing_ticket t left join second_opinion o using (ticket_id)
            where t.ticket_id = $1 order by o.id desc
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final ShownWords words;
    private final CurrentRules rules;

    ShowOpinions(Pool pool, Scopes scopes, ShownWords words, CurrentRules rules) {
        this.pool = pool;
        this.scopes = scopes;
        this.words = words;
        this.rules = rules;
    }

    /** @return as failure {@link Problem} 404 where there is no such ticket in scope */
    Uni<OpinionView.All> of(UUID ticket) {
        return pool.withTransaction(sql -> scopes.enter(sql)
                        .chain(() -> sql.preparedQuery(OF_TICKET).execute(Tuple.of(ticket))))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("ticket");
                    }
                    List<OpinionView> opinions = Rows.list(rows).stream()
                            .filter(row -> row.getLong("id") != null)
                            .map(row -> view(ticket, row))
                            .toList();
                    return new OpinionView.All(ticket, opinions);
                });
    }

    private OpinionView view(UUID ticket, Row row) {
        boolean factsOnly = Sight.factsOnly(Kind.valueOf(row.getString("kind")), row.getBoolean("secret"));
        String category = row.getString("category");
        return new OpinionView(
                InChina.of(row.getOffsetDateTime("asked_at")),
                row.getString("host"),
                row.getString("model"),
                row.getString("outcome"),
                row.getString("expected"),
                category,
                name(category),
                row.getBoolean("agrees"),
                row.getDouble("confidence"),
                factsOnly ? null : words.of(ticket, row.getString("reason")),
                row.getShort("tries"),
                row.getInteger("tokens"),
                row.getInteger("millis"));
    }

    private @Nullable String name(@Nullable String category) {
        return category == null
                ? null
                : rules.get().taxonomy().category(category).map(Category::zh).orElse(null);
    }
}
