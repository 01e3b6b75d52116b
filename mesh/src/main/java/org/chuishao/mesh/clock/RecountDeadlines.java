package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.ServiceTransactions;

/**
 * Counts running deadlines again, when holidays or rules are known that they were not counted by: the old instant is kept,
 * with the reason. Paused clocks count when they go on. By batches, so that no ticket waits for all of them. What a command
 * has in hand is left as it is, for the next time that this is called.
 */
@ApplicationScoped
public class RecountDeadlines {

    private static final int MOST = 500;
    private static final String ROWS = """
            select d.*, pg_try_advisory_xact_lock(d.lock_key) as had, coalesce((select (f.state ->> 'seen')::int from ticket_fold f where f.ticket_id = d.ticket_id), 0)
                as seen
            from (
                select id, ticket_id, lock_key, round, assignment, act, rule, limit_unit, counted, counted_from, start_rule,
                    started_at, due_at
                from deadline where %s and state in ('RUNNING', 'APPROACHING') and stopped_at is null
                    and counted is not null and id > $1
                order by id limit $2 for update skip locked
            ) d
            """;
    private static final String PROVISIONAL = ROWS.formatted("provisional and calendar <> $3");
    private static final String TOUCHED =
            ROWS.formatted("calendar <> $3 and limit_unit in ('wh', 'wd') and due_at >= $4 and counted_from < $5");
    private static final String OF_RULE = ROWS.formatted("rule = $3");
    private static final String MOVE = """
            with moved as (
                select * from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::boolean[],
                    $9::text[], $10::text[], $11::text[], $12::text[])
                    as m (id, due_at, yellow_at, old_due_at, provisional, rule, counted, start_rule, limit_unit)
            ), kept as (
                insert into deadline_change (deadline_id, at, old_due_at, new_due_at, reason, calendar)
                select id, $6, old_due_at, due_at, $8, $7 from moved where due_at <> old_due_at
            )
            update deadline d set due_at = m.due_at, yellow_at = m.yellow_at, provisional = m.provisional, calendar = $7,
                rule = m.rule, counted = m.counted, start_rule = m.start_rule, limit_unit = m.limit_unit,
                band = case when m.limit_unit in ('min', 'h') then 0 else 1 end,
                state = case when m.yellow_at > $6 then 'RUNNING' else d.state end,
                next_at = case when m.yellow_at > $6 then m.yellow_at else m.due_at end
            from moved m where d.id = m.id
            """;
    private static final UUID FIRST = new UUID(0, 0);

    private final ServiceTransactions transactions;

    RecountDeadlines(ServiceTransactions transactions) {
        this.transactions = transactions;
    }

    /** @param left what a command had in hand: to be asked for again */
    public record Outcome(int counted, int left) {

        Outcome plus(int more, int moreLeft) {
            return new Outcome(counted + more, left + moreLeft);
        }
    }

    private record Which(String sql, List<Object> values, String reason, Function<Row, Optional<Recounted>> how) {}

    /** What reached into a year whose holidays were not known. */
    public Uni<Outcome> by(WorkCalendar calendar) {
        Function<Row, Optional<Recounted>> how = row -> Optional.of(Recounted.by(calendar, row));
        return all(new Which(PROVISIONAL, List.of(calendar.version()), "recounted", how), calendar);
    }

    /** What was counted by an earlier notice of a year, which may reach back into the December before it, or without any. */
    public Uni<Outcome> by(WorkCalendar calendar, int year) {
        Function<Row, Optional<Recounted>> how = row -> Optional.of(Recounted.by(calendar, row));
        List<Object> values = List.of(
                calendar.version(),
                start(calendar, LocalDate.of(year - 1, 12, 1)),
                start(calendar, LocalDate.of(year + 1, 1, 1)));
        return all(new Which(TOUCHED, values, "notice of " + year, how), calendar);
    }

    /** What runs by an earlier version of a rule, from its start. */
    public Uni<Outcome> by(WorkCalendar calendar, ClockRule before, ClockRule now) {
        return all(
                new Which(
                        OF_RULE,
                        List.of(before.name()),
                        "rule " + now.name(),
                        row -> Recounted.by(calendar, before, now, row)),
                calendar);
    }

    private Uni<Outcome> all(Which which, WorkCalendar calendar) {
        return from(FIRST, which, calendar, new Outcome(0, 0));
    }

    private Uni<Outcome> from(UUID after, Which which, WorkCalendar calendar, Outcome before) {
        List<Object> values = new ArrayList<>(List.of(after, MOST));
        values.addAll(which.values());
        return transactions
                .run(transaction -> transaction
                        .sql()
                        .preparedQuery(which.sql())
                        .execute(Tuple.from(values))
                        .map(rows -> {
                            List<Row> list = new ArrayList<>();
                            rows.forEach(list::add);
                            return list;
                        })
                        .call(rows -> write(transaction, which, calendar, rows)))
                .chain(rows -> {
                    int had = (int) rows.stream().filter(RecountDeadlines::had).count();
                    Outcome done = before.plus(had, rows.size() - had);
                    return rows.size() < MOST
                            ? Uni.createFrom().item(done)
                            : from(rows.get(rows.size() - 1).getUUID("id"), which, calendar, done);
                });
    }

    private static Uni<Void> write(ReaderTransaction transaction, Which which, WorkCalendar calendar, List<Row> rows) {
        List<Recounted> all = rows.stream()
                .filter(RecountDeadlines::had)
                .flatMap(row -> which.how().apply(row).stream())
                .toList();
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(all.stream().map(it -> it.row().getUUID("id")).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(times(all, Recounted::dueAt))
                .addArrayOfOffsetDateTime(times(all, Recounted::yellowAt))
                .addArrayOfOffsetDateTime(times(all, it -> it.row().getOffsetDateTime("due_at")))
                .addArrayOfBoolean(
                        all.stream().map(it -> it.due().provisional()).toArray(Boolean[]::new))
                .addOffsetDateTime(transaction.now().atOffset(ZoneOffset.UTC))
                .addString(calendar.version())
                .addString(which.reason())
                .addArrayOfString(texts(all, Recounted::rule))
                .addArrayOfString(texts(all, Recounted::counted))
                .addArrayOfString(texts(all, it -> it.start().name()))
                .addArrayOfString(texts(all, it -> it.unit().code()));
        return transaction
                .sql()
                .preparedQuery(MOVE)
                .execute(values)
                .chain(() -> transaction.append(all.stream()
                        .filter(Recounted::moved)
                        .map(Recounted::said)
                        .toList()));
    }

    private static boolean had(Row row) {
        return row.getBoolean("had");
    }

    private static OffsetDateTime start(WorkCalendar calendar, LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toOffsetDateTime();
    }

    private static OffsetDateTime[] times(List<Recounted> all, Function<Recounted, OffsetDateTime> time) {
        return all.stream().map(time).toArray(OffsetDateTime[]::new);
    }

    private static String[] texts(List<Recounted> all, Function<Recounted, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
