package org.chuishao.analytics.ladder;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.analytics.load.JustAsked;
import org.chuishao.analytics.load.SharedAnswers;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;

/** Reads in the caller's scope what stands with each level and what climbs. Levels are those of the units as they are now. */
@ApplicationScoped
class Ladder {

    private static final Duration LATELY = Duration.ofHours(24);

    /** Few rows: units times what was told, not tickets. */
    private static final String STANDING = """
            select holder, in_grid, climbed, count(*) as tickets
            from open_ticket where region ^@ $1 group by holder, in_grid, climbed
            """;

    /** Who sees no region but what is his unit's. */
    private static final String STANDING_OF_UNIT = """
            select holder, in_grid, climbed, count(*) as tickets
            from open_ticket_unit where region ^@ $1 group by holder, in_grid, climbed
            """;

    private static final String TOLD = """
            select to_unit, count(distinct ticket_id) as tickets
            from climb_fact where at >= $2 and region ^@ $1 group by to_unit
            """;

    /** Of a ticket that the caller may not see himself, but was told of, no more is said than that. */
    private static final String CLIMBS = """
            select c.event_id, c.ticket_id, c.region, c.from_unit, c.from_grid, c.to_unit, c.cause, c.supervision, c.at,
                t.number, t.category, t.state, coalesce(t.secret or t.kind = 'REPORT', true) as hidden
            from climb_fact c left join ticket_fact t on t.ticket_id = c.ticket_id
            where c.stands and c.region ^@ $1 and (c.at, c.event_id) < ($2, $3)
            order by c.at desc, c.event_id desc limit $4
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Units units;
    private final JustAsked<String, Counted> asked;

    Ladder(Pool pool, Scopes scopes, CurrentScope current, Units units, SharedAnswers shared) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.units = units;
        this.asked = shared.of();
    }

    /** How many tickets stand with a level, and how many have come up to it. */
    record Count(long open, long climbed) {

        static final Count NONE = new Count(0, 0);

        private Count plus(Count other) {
            return new Count(open + other.open, climbed + other.climbed);
        }
    }

    /** @param at when it was counted */
    record Counted(Instant at, Map<Rung, Count> levels) {}

    /** What stands and climbs, and of the climbs a page. */
    record Seen(Counted counted, List<Row> climbs) {}

    /** All who see the same are told the same counts; each has his own page of climbs. */
    Uni<Seen> of(String region, Instant now, Instant before, UUID id, int limit) {
        Scope scope = current.get();
        return asked.of(scope, region, () -> counted(scope, region, now)).chain(counted -> pool.withTransaction(
                        sql -> scopes.enter(sql, scope).chain(() -> sql.preparedQuery(CLIMBS)
                                .execute(Tuple.of(region, before.atOffset(ZoneOffset.UTC), id, limit))))
                .map(rows -> new Seen(counted, Rows.list(rows))));
    }

    private Uni<Counted> counted(Scope scope, String region, Instant now) {
        String standing = scope.regions().isEmpty() ? STANDING_OF_UNIT : STANDING;
        return pool.withTransaction(sql -> scopes.enter(sql, scope).chain(() -> counts(sql, standing, region, now)))
                .map(levels -> new Counted(now, levels));
    }

    private Uni<Map<Rung, Count>> counts(SqlConnection sql, String standing, String region, Instant now) {
        Rungs rungs = new Rungs(units::find);
        Map<Rung, Count> counts = new EnumMap<>(Rung.class);
        for (Rung rung : Rung.values()) {
            counts.put(rung, Count.NONE);
        }
        return sql.preparedQuery(standing)
                .execute(Tuple.of(region))
                .invoke(rows -> rows.forEach(
                        row -> counts.merge(standing(rungs, row), new Count(row.getLong("tickets"), 0), Count::plus)))
                .chain(() -> sql.preparedQuery(TOLD)
                        .execute(Tuple.of(region, now.minus(LATELY).atOffset(ZoneOffset.UTC))))
                .invoke(rows -> rows.forEach(row -> counts.merge(
                        rungs.of(row.getString("to_unit")), new Count(0, row.getLong("tickets")), Count::plus)))
                .replaceWith(counts);
    }

    private static Rung standing(Rungs rungs, Row row) {
        return rungs.standing(
                row.getString("holder"), row.getBoolean("in_grid"), List.of(row.getArrayOfStrings("climbed")));
    }
}
