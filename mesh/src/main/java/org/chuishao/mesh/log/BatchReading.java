package org.chuishao.mesh.log;

import io.quarkus.arc.All;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;

/** One transaction over some records of the log: inbox (with which own events are pending no longer), folds, effects. */
@ApplicationScoped
class BatchReading {

    private static final String NEW_IN_INBOX =
            "insert into inbox (event_id) select unnest($1::uuid[]) on conflict do nothing returning event_id";

    private final Pool pool;
    private final Positions positions;
    private final List<LogEffect> effects;
    private final ServiceTransactions transactions;

    BatchReading(
            @ReactiveDataSource("reader") Pool pool,
            Positions positions,
            @All List<LogEffect> effects,
            ServiceTransactions transactions) {
        this.pool = pool;
        this.positions = positions;
        this.effects = effects;
        this.transactions = transactions;
    }

    /**
     * Passed records are dropped, those of parked tickets are put behind the parked ones, the others are read. What needs no
     * answer of the one before it is sent right behind it: a wait for each costs more than the statements.
     */
    Uni<Void> inOneTransaction(List<LogRecord> records) {
        Set<UUID> tickets = ticketsOf(records);
        return pool.withTransaction(sql -> Uni.combine()
                .all()
                .unis(positions.unread(sql, records), TicketLock.take(sql, tickets), Parking.parked(sql, tickets))
                .with((unread, locked, parked) -> readUnread(sql, unread, parked))
                .chain(all -> all));
    }

    private Uni<Void> readUnread(SqlConnection sql, List<LogRecord> unread, Set<UUID> parked) {
        return unread.isEmpty()
                ? Uni.createFrom().voidItem()
                : Parking.divert(sql, unread, parked)
                        .chain(open -> read(sql, open))
                        .chain(() -> positions.passed(sql, unread));
    }

    /** Reads records in a transaction that holds their tickets' locks, whether they are parked or not. */
    Uni<Void> read(SqlConnection sql, List<LogRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Event> events = records.stream().map(LogRecord::event).toList();
        return Uni.combine()
                .all()
                .unis(onlyNew(sql, events), Folds.load(sql, ticketsOf(records)))
                .with((fresh, states) -> fresh.isEmpty() ? Uni.createFrom().voidItem() : fold(sql, fresh, states))
                .chain(all -> all);
    }

    private Uni<List<Event>> onlyNew(SqlConnection sql, List<Event> events) {
        return sql.preparedQuery(NEW_IN_INBOX)
                .execute(Tuple.of(events.stream().map(Event::id).toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> unread = new HashSet<>();
                    for (Row row : rows) {
                        unread.add(row.getUUID(0));
                    }
                    // remove, not contains: the same event may stand twice in one batch
                    return events.stream().filter(e -> unread.remove(e.id())).toList();
                });
    }

    private Uni<Void> fold(SqlConnection sql, List<Event> events, Map<UUID, TicketState> states) {
        List<ReadEvent> read = Folds.apply(states, events);
        Map<UUID, TicketState> touched = new LinkedHashMap<>();
        read.forEach(one -> touched.put(one.event().ticket(), one.after()));
        return Folds.save(sql, touched).chain(() -> runEffects(transactions.on(sql), read));
    }

    /** What is left out counts as read: it comes no second time, and is pending no longer if it is one's own. */
    static Uni<Void> leaveOut(SqlConnection sql, UUID event) {
        UUID[] id = {event};
        return sql.preparedQuery(NEW_IN_INBOX).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** Tells the effects of it as of one that came too late, so that they set back what they did for an own one. */
    Uni<Void> tellOfLeftOut(SqlConnection sql, LogRecord record) {
        Event event = record.event();
        return Folds.load(sql, Set.of(event.ticket())).chain(states -> {
            TicketState stays = states.getOrDefault(event.ticket(), TicketState.unseen());
            ReadEvent leftOut = new ReadEvent(event, Step.Verdict.LATE, "left out by an operator", stays, stays);
            return runEffects(transactions.on(sql), List.of(leftOut));
        });
    }

    private Uni<Void> runEffects(ReaderTransaction transaction, List<ReadEvent> read) {
        return InTurn.each(effects, effect -> effect.on(transaction, read));
    }

    private static Set<UUID> ticketsOf(List<LogRecord> records) {
        Set<UUID> tickets = new HashSet<>();
        records.forEach(r -> tickets.add(r.ticket()));
        return tickets;
    }
}
