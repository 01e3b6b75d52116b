package org.chuishao.mesh.clock;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.clock.Deadline.Band;
import org.chuishao.mesh.event.DeadlineEvent;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineApproaching;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.ServiceTransactions;
import org.jspecify.annotations.Nullable;

/**
 * Fires what is due, in one transaction: the rows, their events and what the service does about them. A row that another
 * replica is firing is passed by, and so is one whose ticket a command holds: it may be stopping that very clock.
 */
@ApplicationScoped
class FireDeadlines {

    /** The time is asked for once, as a value, so that the index is searched by it. */
    private static final String DUE = """
            select d.*, (select app_now()) as now from (
                select id, ticket_id, lock_key, round, assignment, act, region, unit, rule, started_at, due_at, stopped_at
                from deadline where band = $1 and next_at <= (select app_now())
                order by next_at limit $2 for update skip locked
            ) d where pg_try_advisory_xact_lock(d.lock_key)
            """;

    private static final String SEEN =
            "select ticket_id, (state ->> 'seen')::int as seen from ticket_fold where ticket_id = any($1)";
    private static final String FIRED = """
            update deadline d set state = f.state, next_at = f.next_at, fired_at = (select app_now())
            from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as f (id, state, next_at) where d.id = f.id
            """;

    private final ServiceTransactions transactions;
    private final List<DeadlineEffect> effects;

    FireDeadlines(ServiceTransactions transactions, @All List<DeadlineEffect> effects) {
        this.transactions = transactions;
        this.effects = effects;
    }

    /** @return how many fired: fewer than {@code most} when nothing more is due that could be had */
    Uni<Integer> fire(int most) {
        return transactions.run(transaction -> due(transaction.sql(), Band.MINUTES, most)
                .chain(minutes -> minutes.size() == most
                        ? Uni.createFrom().item(minutes)
                        : due(transaction.sql(), Band.DAYS, most - minutes.size())
                                .map(days -> together(minutes, days)))
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(0) : write(transaction, rows)));
    }

    private static Uni<List<Row>> due(SqlConnection sql, Band band, int most) {
        return sql.preparedQuery(DUE)
                .execute(Tuple.of((short) band.ordinal(), most))
                .map(FireDeadlines::list);
    }

    private Uni<Integer> write(ReaderTransaction transaction, List<Row> rows) {
        UUID[] tickets = rows.stream().map(row -> row.getUUID("ticket_id")).toArray(UUID[]::new);
        return transaction
                .sql()
                .preparedQuery(SEEN)
                .execute(Tuple.of(tickets))
                .map(seen -> firings(rows, seen))
                .call(firings -> update(transaction.sql(), firings))
                .call(firings -> transaction.append(
                        firings.stream().map(FireDeadlines::said).toList()))
                .call(firings -> runEffects(transaction, firings))
                .map(List::size);
    }

    private static List<Firing> firings(List<Row> rows, RowSet<Row> folds) {
        Map<UUID, Integer> seen = new HashMap<>();
        folds.forEach(row -> seen.put(row.getUUID("ticket_id"), row.getInteger("seen")));
        return rows.stream()
                .map(row -> firing(row, seen.getOrDefault(row.getUUID("ticket_id"), 0)))
                .toList();
    }

    private static Firing firing(Row row, int seen) {
        Instant due = row.getOffsetDateTime("due_at").toInstant();
        return new Firing(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getInteger("round"),
                row.getUUID("assignment"),
                row.getString("act"),
                row.getString("region"),
                row.getString("unit"),
                row.getString("rule"),
                row.getOffsetDateTime("started_at").toInstant(),
                due,
                instant(row.getOffsetDateTime("stopped_at")),
                seen,
                !due.isAfter(row.getOffsetDateTime("now").toInstant()));
    }

    private static Uni<Void> update(SqlConnection sql, List<Firing> firings) {
        return sql.preparedQuery(FIRED)
                .execute(Tuple.of(
                        firings.stream().map(Firing::id).toArray(UUID[]::new),
                        firings.stream().map(Firing::state).toArray(String[]::new),
                        firings.stream().map(it -> time(it.next())).toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    private static Draft said(Firing it) {
        DeadlineEvent event = it.missed()
                ? new DeadlineMissed(it.id(), it.act(), it.dueAt())
                : new DeadlineApproaching(it.id(), it.act(), it.dueAt());
        return new Draft(it.ticket(), it.round(), it.assignment(), it.seen(), event);
    }

    private Uni<Void> runEffects(ReaderTransaction transaction, List<Firing> firings) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (DeadlineEffect effect : effects) {
            all = all.chain(() -> effect.on(transaction, firings));
        }
        return all;
    }

    private static List<Row> together(List<Row> first, List<Row> second) {
        List<Row> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<Row> list(RowSet<Row> rows) {
        List<Row> list = new ArrayList<>(rows.size());
        rows.forEach(list::add);
        return list;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
