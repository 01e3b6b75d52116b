package org.chuishao.analytics.course;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.word.Hidden;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;

/** Reads the course of a ticket in the caller's scope. */
@ApplicationScoped
class Courses {

    /** Of a life that does not end the first are shown. */
    private static final int MOST = 1_000;

    private static final String TICKET = """
            select ticket_id, number, state, secret, region, channel, kind, category from ticket_fact where ticket_id = $1
            """;
    private static final String NUMBERED = "select ticket_id, secret, kind from ticket_fact where number = $1";
    private static final String NODES =
            "select at, type, unit, late from course_node where ticket_id = $1 order by ord limit " + MOST;
    private static final String CLOCKS = """
            select act, unit, lead, armed_at, due_at, done_at, state
            from clock_fact where ticket_id = $1 order by coalesce(armed_at, due_at), due_at, deadline limit %d
            """.formatted(MOST);

    private final Pool pool;
    private final Scopes scopes;

    Courses(Pool pool, Scopes scopes) {
        this.pool = pool;
        this.scopes = scopes;
    }

    /** The rows of one ticket. */
    record Rowed(Row ticket, List<Row> nodes, List<Row> clocks) {}

    /** @throws Problem (as failure) 404 where there is none in scope */
    Uni<Rowed> of(UUID ticket) {
        return pool.withTransaction(sql -> scopes.enter(sql)
                .chain(() -> rows(sql, TICKET, ticket))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Problem.notFound("ticket");
                    }
                })
                .chain(found -> rows(sql, NODES, ticket).chain(nodes -> rows(sql, CLOCKS, ticket)
                        .map(clocks -> new Rowed(found.get(0), nodes, clocks)))));
    }

    /** @throws Problem (as failure) 404 where none in scope bears it, or one of which no number is told */
    Uni<UUID> numbered(String number) {
        return pool.withTransaction(sql -> scopes.enter(sql).chain(() -> rows(sql, NUMBERED, number)))
                .map(found -> found.stream()
                        .filter(row -> !Hidden.is(row.getBoolean("secret"), row.getString("kind")))
                        .map(row -> row.getUUID("ticket_id"))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("ticket")));
    }

    private static Uni<List<Row>> rows(SqlConnection sql, String statement, Object key) {
        return sql.preparedQuery(statement).execute(Tuple.of(key)).map(Rows::list);
    }
}
