package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.sql.Columns;
import org.chuishao.mesh.sql.Rows;

/**
 * Ends the steps whose receipt came or whose time is over, with their nodes on the log and the steps that follow, in one
 * transaction. As a clock's firing it needs the ticket's lock, and passes by what it cannot have.
 */
@ApplicationScoped
class EndSteps {

    private static final String OVER = """
            with t as materialized (select app_now() as now)
            select n.*, (select now from t) as now from notification n
            where n.next_at <= (select now from t) and n.id = any(array(
                select c.id from (
                    select id, lock_key from notification
                    where band = $1 and next_at <= (select now from t)
                        and (receipt is not null or ends_at <= (select now from t))
                    order by next_at limit 30000
                ) c where pg_try_advisory_xact_lock(c.lock_key) limit $2))
            order by n.next_at for update of n skip locked
            """;

    private static final String END = """
            update notification n set state = e.outcome, next_at = null, ended_at = $3
            from unnest($1::uuid[], $2::text[]) as e (id, outcome) where n.id = e.id
            """;

    /** It has reached one of them: whoever is still to be told need not be. */
    private static final String MOOT = """
            update notification set state = 'MOOT', next_at = null, ended_at = $3
            where ticket_id = any($1) and chain = any($2) and next_at is not null
            """;

    private static final String FOLDS = """
            select ticket_id, (state ->> 'seen')::int as seen, (state ->> 'round')::int as round, state ->> 'state' as state
            from ticket_fold where ticket_id = any($1)
            """;

    private final ServiceTransactions transactions;
    private final Notifications notifications;

    EndSteps(ServiceTransactions transactions, Notifications notifications) {
        this.transactions = transactions;
        this.notifications = notifications;
    }

    /** @return how many ended */
    Uni<Integer> end(int band, int most) {
        return transactions.run(transaction -> transaction
                .sql()
                .preparedQuery(OVER)
                .execute(Tuple.of((short) band, most))
                .map(Rows::list)
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(0) : end(transaction, rows)));
    }

    /** All that follows goes by the database's time. */
    private Uni<Integer> end(ReaderTransaction reading, List<Row> rows) {
        OffsetDateTime now = rows.get(0).getOffsetDateTime("now");
        ReaderTransaction transaction = reading.at(now.toInstant());
        List<Ended> ended = rows.stream().map(Ended::of).toList();
        List<Ended> delivered = ended.stream().filter(Ended::delivered).toList();
        Set<UUID> reached = new HashSet<>();
        delivered.forEach(it -> reached.add(it.chain()));
        List<Ended> goOn =
                ended.stream().filter(it -> !reached.contains(it.chain())).toList();
        Columns<Ended> of = new Columns<>(ended);
        return transaction
                .sql()
                .preparedQuery(END)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(of.ids(Ended::id))
                        .addArrayOfString(of.texts(it -> it.outcome().name()))
                        .addOffsetDateTime(now))
                .chain(() -> moot(transaction, delivered, now))
                .chain(() -> notifications.goOn(transaction, goOn))
                .chain(() -> say(transaction, ended))
                .replaceWith(ended.size());
    }

    private static Uni<Void> moot(ReaderTransaction transaction, List<Ended> delivered, OffsetDateTime now) {
        Columns<Ended> of = new Columns<>(delivered);
        return delivered.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(MOOT)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(of.ids(it -> it.notice().ticket()))
                                .addArrayOfUUID(of.ids(Ended::chain))
                                .addOffsetDateTime(now))
                        .replaceWithVoid();
    }

    private static Uni<Void> say(ReaderTransaction transaction, List<Ended> ended) {
        UUID[] tickets = new Columns<>(ended).ids(it -> it.notice().ticket());
        return transaction
                .sql()
                .preparedQuery(FOLDS)
                .execute(Tuple.tuple().addArrayOfUUID(tickets))
                .chain(folds -> transaction.append(drafts(ended, folds)));
    }

    /** An archived ticket takes no more nodes. */
    private static List<Draft> drafts(List<Ended> ended, RowSet<Row> folds) {
        Map<UUID, Row> known = new HashMap<>();
        folds.forEach(row -> known.put(row.getUUID("ticket_id"), row));
        List<Draft> drafts = new ArrayList<>();
        for (Ended it : ended) {
            Row fold = known.get(it.notice().ticket());
            if (fold != null && !fold.getString("state").equals(State.ARCHIVED.name())) {
                drafts.add(new Draft(
                        it.notice().ticket(),
                        fold.getInteger("round"),
                        it.notice().assignment(),
                        fold.getInteger("seen"),
                        it.said()));
            }
        }
        return drafts;
    }
}
