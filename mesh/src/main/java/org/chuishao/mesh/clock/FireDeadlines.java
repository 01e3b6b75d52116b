package org.chuishao.mesh.clock;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.chuishao.mesh.log.InTurn;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.sql.Columns;

/** Fires what is due, in one transaction: the rows, their events and what the service does about them. */
@ApplicationScoped
class FireDeadlines {

    private static final String SEEN =
            "select ticket_id, (state ->> 'seen')::int as seen from ticket_fold where ticket_id = any($1)";

    /** Not before the instant by which they were due, should the database's clock be set back in between. */
    private static final String FIRED = """
            update deadline d set state = f.state, next_at = f.next_at, fired_at = greatest((select app_now()), $4),
                failures = 0, failed_at = null, cause = null
            from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as f (id, state, next_at) where d.id = f.id
            """;

    private final ServiceTransactions transactions;
    private final List<DeadlineEffect> effects;

    FireDeadlines(ServiceTransactions transactions, @All List<DeadlineEffect> effects) {
        this.transactions = transactions;
        this.effects = effects;
    }

    /** @param taken says which rows they will be, before one is fired; @return how many fired */
    Uni<Integer> fire(Function<SqlConnection, Uni<List<Row>>> taken) {
        return transactions.run(transaction -> taken.apply(transaction.sql())
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(0) : fire(transaction, rows)));
    }

    /** All that follows goes by the database's time, as the firing does. */
    private Uni<Integer> fire(ReaderTransaction reading, List<Row> rows) {
        UUID[] tickets = new Columns<>(rows).ids(row -> row.getUUID("ticket_id"));
        OffsetDateTime now = Collections.max(
                rows.stream().map(row -> row.getOffsetDateTime("now")).toList());
        ReaderTransaction transaction = reading.at(now.toInstant());
        return transaction
                .sql()
                .preparedQuery(SEEN)
                .execute(Tuple.tuple().addArrayOfUUID(tickets))
                .map(seen -> firings(rows, seen))
                .call(firings -> update(transaction.sql(), firings, now))
                .call(firings ->
                        transaction.append(firings.stream().map(Firing::said).toList()))
                .call(firings -> InTurn.each(effects, effect -> effect.on(transaction, firings)))
                .map(List::size);
    }

    private static List<Firing> firings(List<Row> rows, RowSet<Row> folds) {
        Map<UUID, Integer> seen = new HashMap<>();
        folds.forEach(row -> seen.put(row.getUUID("ticket_id"), row.getInteger("seen")));
        return rows.stream()
                .map(row -> Firing.of(row, seen.getOrDefault(row.getUUID("ticket_id"), 0)))
                .toList();
    }

    private static Uni<Void> update(SqlConnection sql, List<Firing> firings, OffsetDateTime now) {
        Columns<Firing> of = new Columns<>(firings);
        return sql.preparedQuery(FIRED)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(of.ids(Firing::id))
                        .addArrayOfString(of.texts(Firing::state))
                        .addArrayOfOffsetDateTime(of.times(Firing::next))
                        .addOffsetDateTime(now))
                .replaceWithVoid();
    }
}
