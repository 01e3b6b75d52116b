package org.chuishao.analytics.heat;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.load.JustAsked;
import org.chuishao.analytics.load.SharedAnswers;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Counts by place in the caller's scope. It looks at what is open and at the last hours, never at all that ever was. */
@ApplicationScoped
class Heat {

    private static final Duration SOON = Duration.ofHours(2);

    /** A clock that runs on long after its end waits for a service that is away; then it says nothing. */
    private static final Duration STALE = Duration.ofDays(1);

    private static final String RECEIVED = """
            select left(region, $2) as place, count(*) as received, 0 as open, 0 as overdue, 0 as climbing,
                0 as ending, 0 as warnings, 0 as grade
            from ticket_fact where received_at >= $3 and region ^@ $1 group by 1
            """;

    /** What a unit has a part in is found by its parts, none of which is older than its ticket. */
    private static final String RECEIVED_BY_UNIT = """
            select left(region, $2) as place, count(*) as received, 0 as open, 0 as overdue, 0 as climbing,
                0 as ending, 0 as warnings, 0 as grade
            from ticket_fact where received_at >= $3 and region ^@ $1 and ticket_id in (
                select ticket_id from part_fact
                where unit = (select current_setting('chuishao.unit', true)) and created_at >= $3)
            group by 1
            """;

    /**
     * What is open of a place as a whole is counted by place. Who has a unit's view sees of a place what is his: that is in no
     * count by place, so it is counted from his open tickets, but for those that lie in his regions as well.
     */
    private static final String BY_PLACE = """
            select place, sum(received)::bigint as received, sum(open)::bigint as open, sum(overdue)::bigint as overdue,
                sum(climbing)::bigint as climbing, sum(ending)::bigint as ending, sum(warnings)::bigint as warnings,
                max(grade) as grade
            from (
                %s
                union all
                select left(region, $2), 0, sum(tickets), sum(overdue), sum(climbing), 0, 0, 0
                from open_count where region ^@ $1 group by 1
                union all
                select left(region, $2), 0, count(*), count(*) filter (where overdue),
                    count(*) filter (where climbed <> '{}'), 0, 0, 0
                from open_ticket_unit where region ^@ $1 and not in_scope(region, null, null) group by 1
                union all
                select left(region, $2), 0, 0, 0, 0, count(*), 0, 0
                from clock_fact where state = 'RUNNING' and due_at > $4 and due_at <= $5 and region ^@ $1 group by 1
                union all
                select left(region, $2), 0, 0, 0, 0, 0, count(*),
                    max(case level when 'RED' then 3 when 'ORANGE' then 2 else 1 end)
                from warning where state in ('RAISED', 'CONFIRMED') and region ^@ $1 group by 1
            ) f group by place having sum(received) + sum(open) + sum(ending) + sum(warnings) > 0
            """;

    private static final String OF_REGIONS = BY_PLACE.formatted(RECEIVED);
    private static final String OF_UNIT = BY_PLACE.formatted(RECEIVED_BY_UNIT);

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final JustAsked<Question, Counted> asked;

    Heat(Pool pool, Scopes scopes, CurrentScope current, SharedAnswers shared) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.asked = shared.of();
    }

    /** @param hours within which received counts */
    private record Question(String region, Level level, int hours) {}

    /** @param at when it was counted */
    record Counted(Instant at, Map<String, Counts> places) {}

    /**
     * What is counted of a place.
     *
     * @param ending clocks that run out soon
     * @param grade of the gravest open warning, from 1; 0 where there is none
     */
    record Counts(long received, long open, long overdue, long climbing, long ending, long warnings, int grade) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    /** By the code of the place, only where there is anything to count. */
    Uni<Counted> counts(String region, Level level, int hours, Instant now) {
        Scope scope = current.get();
        Question question = new Question(region, level, hours);
        return asked.of(scope, question, () -> count(scope, question, now));
    }

    private Uni<Counted> count(Scope scope, Question question, Instant now) {
        Tuple values = Tuple.of(
                question.region(),
                question.level().digits(),
                now.minus(Duration.ofHours(question.hours())).atOffset(ZoneOffset.UTC),
                now.minus(STALE).atOffset(ZoneOffset.UTC),
                now.plus(SOON).atOffset(ZoneOffset.UTC));
        String statement = scope.regions().isEmpty() ? OF_UNIT : OF_REGIONS;
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                        .chain(() -> sql.preparedQuery(statement).execute(values)))
                .map(rows -> {
                    Map<String, Counts> counts = new TreeMap<>();
                    rows.forEach(row -> counts.put(row.getString("place"), counts(row)));
                    return new Counted(now, counts);
                });
    }

    private static Counts counts(Row row) {
        return new Counts(
                row.getLong("received"),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("climbing"),
                row.getLong("ending"),
                row.getLong("warnings"),
                row.getInteger("grade"));
    }
}
