package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.Remaining;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;

/** Pauses, resumes and extends the clocks of units; what each was before is kept beside it. */
@ApplicationScoped
public class MoveDeadlines {

    private static final String ROWS = """
            select id, ticket_id, round, assignment, act, rule, limit_unit, counted, started_at, due_at
            from deadline where assignment = any($1) and act = any($2) and state = any($3) and stopped_at is null
            order by id for update
            """;
    private static final String PAUSE = """
            update deadline d set state = 'PAUSED', next_at = null, counted = p.counted, counted_from = null
            from unnest($1::uuid[], $2::text[]) as p (id, counted) where d.id = p.id
            """;
    private static final String MOVE = """
            with moved as (
                select * from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::boolean[])
                    as m (id, due_at, yellow_at, old_due_at, provisional)
            ), kept as (
                insert into deadline_change (deadline_id, at, old_due_at, new_due_at, reason, calendar)
                select id, $6, old_due_at, due_at, $7, $8 from moved
            )
            update deadline d set state = 'RUNNING', due_at = m.due_at,
                counted = case when $9 then d.counted end, counted_from = case when $9 then $6 end, yellow_at = m.yellow_at,
                provisional = m.provisional, calendar = $8,
                next_at = case when m.yellow_at > $6 then m.yellow_at else m.due_at end
            from moved m where d.id = m.id
            """;

    private static final String GO_ON = """
            update deadline set state = 'RUNNING', stopped_at = null, next_at = due_at
            where assignment = any($1) and act = any($2) and state = 'STOPPED'
            """;

    private static final String RESUMED = "resumed";
    private static final List<String> RUNNING = List.of("RUNNING", "APPROACHING");

    /** A clock that is moved, by its assignment. */
    public record Move(UUID assignment, int seen, Instant at) {}

    private record Moved(Row row, Due due, int seen) {}

    /** Stops the clocks for a while: what is left of each is kept. */
    public Uni<Void> pause(
            ReaderTransaction transaction, WorkCalendar calendar, Collection<UUID> assignments, List<String> acts) {
        return rows(transaction, assignments, acts, RUNNING)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .sql()
                                .preparedQuery(PAUSE)
                                .execute(Tuple.of(
                                        rows.stream()
                                                .map(row -> row.getUUID("id"))
                                                .toArray(UUID[]::new),
                                        rows.stream()
                                                .map(row -> calendar.remaining(transaction.now(), due(row), unit(row))
                                                        .toString())
                                                .toArray(String[]::new)))
                                .replaceWithVoid());
    }

    /** Lets paused clocks go on with what they had left. */
    public Uni<Void> resume(
            ReaderTransaction transaction, WorkCalendar calendar, Collection<Move> moves, List<String> acts) {
        return move(
                transaction,
                calendar,
                moves,
                acts,
                List.of("PAUSED"),
                RESUMED,
                (row, move) -> calendar.resume(transaction.now(), Remaining.parse(row.getString("counted"))));
    }

    /** What was done was not up to standard: its clock goes on as if it had never stopped, to the same end. */
    public Uni<Void> goOn(ReaderTransaction transaction, Collection<UUID> assignments, List<String> acts) {
        return assignments.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(GO_ON)
                        .execute(Tuple.of(assignments.toArray(UUID[]::new), acts.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    /** Sets a new end that was granted. */
    public Uni<Void> extend(
            ReaderTransaction transaction, WorkCalendar calendar, Collection<Move> moves, List<String> acts) {
        return move(
                transaction,
                calendar,
                moves,
                acts,
                RUNNING,
                "extended",
                (row, move) -> new Due(move.at(), false, calendar.version()));
    }

    private interface NewDue {
        Due of(Row row, Move move);
    }

    private Uni<Void> move(
            ReaderTransaction transaction,
            WorkCalendar calendar,
            Collection<Move> moves,
            List<String> acts,
            List<String> states,
            String reason,
            NewDue newDue) {
        Map<UUID, Move> byAssignment =
                moves.stream().collect(Collectors.toMap(Move::assignment, Function.identity(), (a, b) -> b));
        return rows(transaction, byAssignment.keySet(), acts, states).chain(rows -> {
            List<Moved> moved = new ArrayList<>();
            for (Row row : rows) {
                Move move = byAssignment.get(row.getUUID("assignment"));
                if (move != null) {
                    moved.add(new Moved(row, newDue.of(row, move), move.seen()));
                }
            }
            return write(transaction, calendar, moved, reason);
        });
    }

    private static Uni<List<Row>> rows(
            ReaderTransaction transaction, Collection<UUID> assignments, List<String> acts, List<String> states) {
        if (assignments.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .sql()
                .preparedQuery(ROWS)
                .execute(Tuple.of(
                        assignments.toArray(UUID[]::new), acts.toArray(String[]::new), states.toArray(String[]::new)))
                .map(rows -> {
                    List<Row> list = new ArrayList<>();
                    rows.forEach(list::add);
                    return list;
                });
    }

    private static Uni<Void> write(
            ReaderTransaction transaction, WorkCalendar calendar, List<Moved> moved, String reason) {
        if (moved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(moved.stream().map(it -> it.row().getUUID("id")).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(times(moved, it -> it.due().at()))
                .addArrayOfOffsetDateTime(
                        times(moved, it -> calendar.approaching(transaction.now(), it.due(), unit(it.row()))
                                .at()))
                .addArrayOfOffsetDateTime(times(moved, it -> due(it.row()).at()))
                .addArrayOfBoolean(
                        moved.stream().map(it -> it.due().provisional()).toArray(Boolean[]::new))
                .addOffsetDateTime(transaction.now().atOffset(ZoneOffset.UTC))
                .addString(reason)
                .addString(calendar.version())
                .addBoolean(reason.equals(RESUMED));
        return transaction
                .sql()
                .preparedQuery(MOVE)
                .execute(values)
                .chain(() -> transaction.append(
                        moved.stream().map(MoveDeadlines::said).toList()));
    }

    private static Draft said(Moved it) {
        Row row = it.row();
        return new Draft(
                row.getUUID("ticket_id"),
                row.getInteger("round"),
                row.getUUID("assignment"),
                it.seen(),
                new DeadlineArmed(
                        row.getUUID("id"), row.getString("act"), it.due().at(), row.getString("rule")));
    }

    private static OffsetDateTime[] times(List<Moved> moved, Function<Moved, Instant> time) {
        return moved.stream().map(time).map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }

    private static Due due(Row row) {
        return new Due(row.getOffsetDateTime("due_at").toInstant(), false, "");
    }

    private static Limit.Unit unit(Row row) {
        return Limit.parse("1" + row.getString("limit_unit")).unit();
    }
}
