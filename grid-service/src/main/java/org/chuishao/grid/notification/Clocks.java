package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/** By when new parts have to be signed for, and whose the clocks are that are about to run out. */
final class Clocks {

    private static final String FIND = """
            select d.assignment as part, d.due_at, null::text as unit, null::text as worker, null::text as region,
                null::text as grid, null::text as role, null::uuid as call, null::uuid as yellow
            from deadline d where d.assignment = any($1) and d.act = 'SIGN' and d.stopped_at is null
            union all
            select d.assignment, d.due_at, coalesce(d.unit, a.unit), d.worker, d.region, a.grid, a.role, c.id, d.id
            from deadline d
            left join assignment a on a.id = d.assignment
            left join whistle_call c on c.id = d.assignment
            where d.id = any($2) and d.stopped_at is null
            """;

    private final Map<UUID, Instant> toSign = new HashMap<>();
    private final Map<UUID, OfPart> yellow = new HashMap<>();

    private Clocks() {}

    /** @param call the department's of a whistle, where the clock is one */
    record OfPart(
            String unit,
            @Nullable String worker,
            String region,
            @Nullable String grid,
            @Nullable String role,
            @Nullable UUID call) {}

    static Uni<Clocks> of(ReaderTransaction transaction, UUID[] assigned, UUID[] yellow) {
        Clocks clocks = new Clocks();
        if (assigned.length == 0 && yellow.length == 0) {
            return Uni.createFrom().item(clocks);
        }
        return transaction
                .sql()
                .preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfUUID(assigned).addArrayOfUUID(yellow))
                .map(rows -> {
                    rows.forEach(clocks::add);
                    return clocks;
                });
    }

    @Nullable
    Instant toSign(UUID assignment) {
        return toSign.get(assignment);
    }

    /** Empty where the act was done meanwhile, or nobody owes it by name. */
    Optional<OfPart> part(UUID clock) {
        return Optional.ofNullable(yellow.get(clock));
    }

    private void add(Row row) {
        UUID light = row.getUUID("yellow");
        if (light == null) {
            toSign.put(row.getUUID("part"), row.getOffsetDateTime("due_at").toInstant());
        } else if (row.getString("unit") != null) {
            yellow.put(
                    light,
                    new OfPart(
                            row.getString("unit"),
                            row.getString("worker"),
                            row.getString("region"),
                            row.getString("grid"),
                            row.getString("role"),
                            row.getUUID("call")));
        }
    }
}
