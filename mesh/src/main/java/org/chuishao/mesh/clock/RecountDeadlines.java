package org.chuishao.mesh.clock;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.MoveDeadlines.Moved;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.sql.Rows;

/**
 * Counts deadlines again, when holidays or rules are known that they were not counted by: the old instant is kept, with the
 * reason. Paused ones too: what they have left rests on their end. By batches, so that no ticket waits for all of them. What
 * a command has in hand is left as it is, for the next time that this is called.
 */
@ApplicationScoped
public class RecountDeadlines {

    private static final int MOST = 500;

    private static final String COUNTED =
            "state in ('RUNNING', 'APPROACHING', 'PAUSED') and stopped_at is null and counted is not null";
    private static final String CLOCKS = """
            select row_to_json(d)::text as clock,
                coalesce((select (f.state ->> 'seen')::int from ticket_fold f where f.ticket_id = d.ticket_id), 0) as seen
            from deadline d where id = any($1) and %s order by id for update
            """.formatted(COUNTED);
    private static final String PROVISIONAL = some("provisional and calendar <> $3");
    private static final String TOUCHED =
            some("calendar <> $3 and limit_unit in ('wh', 'wd') and due_at >= $4 and counted_from < $5");
    private static final String OF_RULE = some("rule = $3");
    private static final UUID FIRST = new UUID(0, 0);

    private final ServiceTransactions transactions;
    private final MoveDeadlines moves;

    RecountDeadlines(ServiceTransactions transactions, MoveDeadlines moves) {
        this.transactions = transactions;
        this.moves = moves;
    }

    /** @param left what a command had in hand: to be asked for again */
    public record Outcome(int counted, int left) {

        Outcome plus(int more, int moreLeft) {
            return new Outcome(counted + more, left + moreLeft);
        }
    }

    private interface Again {
        Optional<ClockMove> of(Standing clock, Instant now);
    }

    private record Which(String sql, List<Object> values, Again again) {}

    /** @param had its ticket's lock could be had */
    private record Candidate(UUID id, boolean had) {

        static Candidate of(Row row) {
            return new Candidate(row.getUUID("id"), row.getBoolean("had"));
        }
    }

    private record Found(Standing clock, int seen) {

        static Found of(Row row) {
            return new Found(Standing.of(new JsonObject(row.getString("clock"))), row.getInteger("seen"));
        }
    }

    private static String some(String which) {
        return """
            select c.id, pg_try_advisory_xact_lock(c.lock_key) as had from (
                select id, lock_key from deadline where %s and %s and id > $1 order by id limit $2
            ) c
            """.formatted(which, COUNTED);
    }

    /** What reached into a year whose holidays were not known. */
    public Uni<Outcome> by(WorkCalendar calendar) {
        return all(new Which(
                PROVISIONAL,
                List.of(calendar.version()),
                (clock, now) -> Optional.of(ClockMove.recounted(clock, now, calendar, "recounted"))));
    }

    /** What was counted by an earlier notice of a year, which may reach back into the December before it, or without any. */
    public Uni<Outcome> by(WorkCalendar calendar, int year) {
        List<Object> values = List.of(
                calendar.version(),
                start(calendar, LocalDate.of(year - 1, 12, 1)),
                start(calendar, LocalDate.of(year + 1, 1, 1)));
        return all(new Which(
                TOUCHED,
                values,
                (clock, now) -> Optional.of(ClockMove.recounted(clock, now, calendar, "notice of " + year))));
    }

    /** What runs by an earlier version of a rule, from its start; what went on after a suspension has its limit spent. */
    public Uni<Outcome> by(WorkCalendar calendar, ClockRule before, ClockRule now) {
        return all(new Which(
                OF_RULE,
                List.of(before.name()),
                (clock, at) -> clock.hasWhatWasLeft()
                        ? Optional.empty()
                        : Optional.of(ClockMove.byRule(
                                clock,
                                now,
                                limit(clock, before, now),
                                requireNonNull(clock.from()),
                                clock.region(),
                                "rule " + now.name(),
                                at,
                                calendar))));
    }

    /** The last moment to sign may be twice what the rule says. */
    private static Limit limit(Standing clock, ClockRule before, ClockRule now) {
        Limit old = Limit.parse(requireNonNull(clock.counted()));
        int times = old.unit() == before.limit().unit()
                ? old.amount() / before.limit().amount()
                : 1;
        return new Limit(now.limit().unit(), Math.max(times, 1) * now.limit().amount());
    }

    private Uni<Outcome> all(Which which) {
        return from(FIRST, which, new Outcome(0, 0));
    }

    private Uni<Outcome> from(UUID after, Which which, Outcome before) {
        List<Object> values = new ArrayList<>(List.of(after, MOST));
        values.addAll(which.values());
        return transactions
                .run(transaction -> transaction
                        .sql()
                        .preparedQuery(which.sql())
                        .execute(Tuple.from(values))
                        .map(rows -> Rows.list(rows).stream().map(Candidate::of).toList())
                        .call(some -> recount(transaction, some, which.again())))
                .chain(some -> {
                    int had = (int) some.stream().filter(Candidate::had).count();
                    Outcome done = before.plus(had, some.size() - had);
                    return some.size() < MOST
                            ? Uni.createFrom().item(done)
                            : from(some.get(some.size() - 1).id(), which, done);
                });
    }

    /** Read anew under the locks: what a command did meanwhile is seen. */
    private Uni<Void> recount(ReaderTransaction transaction, List<Candidate> some, Again again) {
        UUID[] had = some.stream().filter(Candidate::had).map(Candidate::id).toArray(UUID[]::new);
        return had.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(CLOCKS)
                        .execute(Tuple.tuple().addArrayOfUUID(had))
                        .map(
                                rows -> Rows.list(rows).stream()
                                        .map(Found::of)
                                        .flatMap(it -> again
                                                .of(it.clock(), transaction.now())
                                                .map(move -> new Moved(move, it.seen()))
                                                .stream())
                                        .toList())
                        .chain(moved -> moves.move(transaction, moved));
    }

    private static OffsetDateTime start(WorkCalendar calendar, LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toOffsetDateTime();
    }
}
