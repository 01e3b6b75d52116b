package org.chuishao.grid.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chuishao.grid.assignment.ShowMatter;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sight.Scrub;
import org.jspecify.annotations.Nullable;

/** What waits to be looked at, as far as the caller's scope reaches: the oldest first. */
@ApplicationScoped
class Verifications {

    private static final String PAGE = """
            SELECT * FROM verification WHERE waiting AND (asked_at, ticket_id) > ($1, $2)
            ORDER BY asked_at, ticket_id LIMIT $3
            """;
    private static final String ONE = "SELECT * FROM verification WHERE ticket_id = $1 AND waiting";

    private final Pool pool;
    private final Scopes scopes;
    private final Sealer sealer;
    private final ShowMatter matters;

    Verifications(Pool pool, Scopes scopes, Sealer sealer, ShowMatter matters) {
        this.pool = pool;
        this.scopes = scopes;
        this.sealer = sealer;
        this.matters = matters;
    }

    Uni<Page<VerificationView>> page(@Nullable String cursor, int limit) {
        String[] after = Cursor.key(cursor).split(" ", -1);
        return read(PAGE, from(after).addInteger(limit + 1))
                .map(rows -> Page.of(views(rows), limit, last -> last.askedAt() + " " + last.ticket()));
    }

    Uni<VerificationView> one(UUID ticket) {
        return read(ONE, Tuple.of(ticket))
                .map(rows -> views(rows).stream().findFirst().orElseThrow(() -> Problem.notFound("verification")))
                .chain(view -> Panache.withTransaction(() -> scopes.enter().chain(() -> matters.toBeFound(ticket)))
                        .map(matter -> view.with(matter.orElse(null))));
    }

    private static Tuple from(String[] key) {
        if (key.length == 1 && key[0].isEmpty()) {
            return Tuple.of(Instant.EPOCH.atOffset(ZoneOffset.UTC), new UUID(0, 0));
        }
        try {
            return Tuple.of(Instant.parse(key[0]).atOffset(ZoneOffset.UTC), UUID.fromString(key[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeParseException e) {
            throw Cursor.wrong();
        }
    }

    private Uni<RowSet<Row>> read(String statement, Tuple values) {
        return pool.withTransaction(sql ->
                scopes.enter(sql).chain(() -> sql.preparedQuery(statement).execute(values)));
    }

    private List<VerificationView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::view).toList();
    }

    private VerificationView view(Row row) {
        return new VerificationView(
                row.getUUID("ticket_id"),
                row.getString("number"),
                row.getString("region"),
                row.getString("unit"),
                row.getString("worker"),
                open(row.getUUID("ticket_id"), row.getString("question")),
                row.getOffsetDateTime("asked_at").toInstant(),
                null);
    }

    /** A question by a key that was taken off the ring must not hide the rest of the list. */
    private @Nullable String open(UUID ticket, String question) {
        try {
            return Scrub.numbers(sealer.open(new Sealed(question)));
        } catch (UnsealException e) {
            Log.warnf("a question about ticket %s cannot be opened: %s", ticket, e.getMessage());
            return null;
        }
    }
}
