package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.ClockMove;
import org.chuishao.mesh.clock.Deadlines;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.clock.MoveDeadlines;
import org.chuishao.mesh.clock.MoveDeadlines.Moved;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.clock.Standing;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Mends clocks that stand otherwise than the log has their part, as after a suspension, an extension or an act that came too
 * late in it, or a result that was sent back. While an own act on the part, or on one above it, is still to be read back
 * they are ahead of the log and are left so, but for an end that was moved in vain.
 */
@ApplicationScoped
class MendClocks {

    private static final String OTHERWISE = """
            select row_to_json(d)::text as clock, was.old_due_at, ahead.so as ahead
            from unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[], $5::boolean[], $6::text[],
                $8::timestamptz[]) as p (id, phase, contacted, refused_at, unarrived, chain, at)
            join deadline d on d.assignment = p.id
            cross join lateral (
                select exists (select from pending_event e where e.ticket_id = d.ticket_id
                    and e.attributes ->> 'assignment' = any(string_to_array(p.chain, ','))
                    and e.attributes ->> 'type' like 'org.chuishao.assignment.%') as so) ahead
            left join lateral (
                select c.old_due_at from deadline_change c
                where c.deadline_id = d.id and c.at >= p.refused_at and c.reason in ('resumed', 'extended')
                order by c.n limit 1) was on true
            where d.state in ('RUNNING', 'APPROACHING', 'PAUSED') and d.stopped_at is null
                    and (was.old_due_at is not null
                        or not ahead.so
                            and ((d.act = 'SUSPENSION' or d.state = 'PAUSED') and p.phase <> 'SUSPENDED'
                                or d.rule = any($7) and d.state <> 'PAUSED' and p.phase = 'SUSPENDED'
                                    and d.due_at >= p.at))
                or d.state = 'STOPPED' and not ahead.so
                    and (d.act in ('SIGN', 'SIGN_HARD') and p.phase = 'PENDING_SIGN'
                        or d.act = 'CONTACT' and not p.contacted
                        or d.act = 'ARRIVE' and p.unarrived
                        or d.act = 'SUSPENSION' and p.phase = 'SUSPENDED'
                            and d.stopped_at >= p.refused_at - interval '1 second'
                        or d.act = 'RESOLVE')
            order by d.id for update of d
            """;

    private final Deadlines deadlines;
    private final MoveDeadlines moves;
    private final Rulebook rulebook;

    MendClocks(Deadlines deadlines, MoveDeadlines moves, Rulebook rulebook) {
        this.deadlines = deadlines;
        this.moves = moves;
        this.rulebook = rulebook;
    }

    Uni<Void> of(ReaderTransaction transaction, List<PartRead> living) {
        if (living.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, PartRead> parts = living.stream().collect(Collectors.toMap(PartRead::id, Function.identity()));
        return transaction
                .sql()
                .preparedQuery(OTHERWISE)
                .execute(values(living))
                .chain(rows -> mend(transaction, parts, rows));
    }

    private Uni<Void> mend(ReaderTransaction transaction, Map<UUID, PartRead> parts, RowSet<Row> rows) {
        List<Over> over = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (Row row : rows) {
            Standing clock = Standing.of(new JsonObject(row.getString("clock")));
            PartRead part = parts.get(clock.assignment());
            if (part != null && Act.valueOf(clock.act()) == Act.SUSPENSION && !part.suspended()) {
                over.add(new Over(
                        part.ticket(), part.id(), Act.SUSPENSION, part.after().seen()));
            } else if (part != null) {
                OffsetDateTime was = row.getOffsetDateTime("old_due_at");
                Instant formerDue = was == null ? null : was.toInstant();
                ClockMove move = row.getBoolean("ahead")
                        ? ClockMove.undone(clock, formerDue, clock.pausedAt(), part.at(), rulebook.calendar())
                        : move(clock, part, formerDue);
                moved.add(new Moved(move, part.after().seen()));
            }
        }
        return deadlines.annul(transaction, over, "not suspended").chain(() -> moves.move(transaction, moved));
    }

    private ClockMove move(Standing clock, PartRead part, @Nullable Instant was) {
        WorkCalendar calendar = rulebook.calendar();
        boolean paused = part.suspended() && rulebook.rules().stopped().contains(clock.rule());
        if (paused) {
            Instant since = clock.pausedAt() == null ? part.at() : clock.pausedAt();
            return ClockMove.undone(clock, was, since, part.at(), calendar);
        }
        return clock.paused() && part.resumed()
                ? ClockMove.resumed(clock, part.at(), calendar)
                : ClockMove.undone(clock, was, null, part.at(), calendar);
    }

    private Tuple values(List<PartRead> living) {
        return Tuple.tuple()
                .addArrayOfUUID(living.stream().map(PartRead::id).toArray(UUID[]::new))
                .addArrayOfString(
                        living.stream().map(it -> it.now().phase().name()).toArray(String[]::new))
                .addArrayOfBoolean(
                        living.stream().map(it -> it.now().contacted()).toArray(Boolean[]::new))
                .addArrayOfOffsetDateTime(
                        living.stream().map(it -> time(it.refusedAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfBoolean(living.stream().map(PartRead::unarrived).toArray(Boolean[]::new))
                .addArrayOfString(living.stream().map(MendClocks::chain).toArray(String[]::new))
                .addArrayOfString(rulebook.rules().stopped().toArray(String[]::new))
                .addArrayOfOffsetDateTime(living.stream()
                        .map(it -> it.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private static String chain(PartRead part) {
        return Below.chain(part.after().assignments(), part.id()).stream()
                .map(UUID::toString)
                .collect(Collectors.joining(","));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
