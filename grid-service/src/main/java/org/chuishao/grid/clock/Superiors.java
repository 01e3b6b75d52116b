package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/** Who stands above units, each on its own ladder. */
@ApplicationScoped
class Superiors {

    private static final int HIGHEST = 3;
    private static final String ABOVE = """
            with recursive ladder as (
                select u.id as unit, u.superior, 1 as step from unit u where u.id = any($1) and u.superior is not null
                union all
                select l.unit, u.superior, l.step + 1 from ladder l join unit u on u.id = l.superior
                where u.superior is not null and l.step < %d
            )
            select unit, superior, step from ladder
            """.formatted(HIGHEST);

    private static final String AGAIN = """
            select d.id from deadline d where d.id = any($1) and exists (
                select from (
                    select id, unit, act, state, due_at, fired_at, stopped_at from deadline
                    union all
                    select id, unit, act, state, due_at, fired_at, stopped_at from deadline_past) o
                where o.unit = d.unit and o.state = 'MISSED' and o.act = d.act
                    and (o.due_at, o.id) < (d.due_at, d.id) and o.due_at > d.due_at - make_interval(secs => $2)
                    and (o.stopped_at is null or o.stopped_at > o.fired_at)
                    and not exists (select from deadline_excuse e where e.deadline = o.id))
            """;

    private final SupervisionConfig config;

    Superiors(SupervisionConfig config) {
        this.config = config;
    }

    /** The ladders of some units, three steps high. */
    record Ladders(Map<String, Map<Integer, String>> steps) {

        /** The unit so many steps above; the last there is, and at the top the unit itself. */
        String above(String unit, int step) {
            Map<Integer, String> ladder = steps.getOrDefault(unit, Map.of());
            for (int at = step; at > 0; at--) {
                @Nullable String there = ladder.get(at);
                if (there != null) {
                    return there;
                }
            }
            return unit;
        }
    }

    Uni<Ladders> of(ReaderTransaction transaction, Collection<String> units) {
        return transaction
                .sql()
                .preparedQuery(ABOVE)
                .execute(Tuple.of(units.stream().distinct().toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Map<Integer, String>> steps = new HashMap<>();
                    for (Row row : rows) {
                        steps.computeIfAbsent(row.getString("unit"), unit -> new HashMap<>())
                                .put(row.getInteger("step"), row.getString("superior"));
                    }
                    return new Ladders(steps);
                });
    }

    /** @return of the given clocks those whose unit missed the same act a short while before */
    Uni<Set<UUID>> missedAgain(ReaderTransaction transaction, Collection<UUID> clocks) {
        return clocks.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : transaction
                        .sql()
                        .preparedQuery(AGAIN)
                        .execute(Tuple.of(clocks.toArray(UUID[]::new), (double)
                                config.again().toSeconds()))
                        .map(rows -> {
                            Set<UUID> again = new HashSet<>();
                            rows.forEach(row -> again.add(row.getUUID("id")));
                            return again;
                        });
    }
}
