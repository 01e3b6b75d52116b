package org.chuishao.analytics.figures;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** Reads the counts that the caller may see. */
@ApplicationScoped
class Figures {

    /** Counts in one answer; what is more belongs into several. */
    static final int MOST = 5_000;

    private static final String DAYS = """
            select day, sum(received)::bigint as received, sum(closed)::bigint as closed from figure_day
            where region ^@ $1 and day between $2 and $3 group by day order by day
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final Regions regions;

    Figures(Pool pool, Scopes scopes, Regions regions) {
        this.pool = pool;
        this.scopes = scopes;
        this.regions = regions;
    }

    /**
     * One count.
     *
     * @param region at the level asked for, or larger where no more is known of the place
     * @param stateLabel the field's own word
     */
    record Item(
            String region,
            String regionName,
            @Nullable State state,
            @Nullable String stateLabel,
            @Nullable String category,
            @Nullable String kind,
            long tickets) {}

    record DayItem(LocalDate day, long received, long closed) {}

    Uni<List<Item>> counts(String region, Level level, Set<Dimension> by) {
        return query(sql(by), Tuple.of(region, level.digits(), MOST + 1))
                .invoke(Figures::requireFew)
                .map(rows -> rows.stream().map(row -> item(row, by)).toList());
    }

    private static void requireFew(List<Row> rows) {
        if (rows.size() > MOST) {
            throw Problem.invalid("level", "makes more than " + MOST + " counts with this region and by");
        }
    }

    Uni<List<DayItem>> days(String region, LocalDate from, LocalDate to) {
        return query(DAYS, Tuple.of(region, from, to)).map(rows -> rows.stream()
                .map(row -> new DayItem(row.getLocalDate("day"), row.getLong("received"), row.getLong("closed")))
                .toList());
    }

    /** Columns are names of {@link Dimension}, nothing that a caller wrote. */
    private static String sql(Set<Dimension> by) {
        StringBuilder columns = new StringBuilder("place");
        by.forEach(dimension -> columns.append(", ").append(dimension.column()));
        return """
                select %1$s, sum(tickets)::bigint as tickets
                from (select left(region, $2) as place, * from figure_count where region ^@ $1) f
                group by %1$s having sum(tickets) > 0 order by %1$s limit $3
                """.formatted(columns);
    }

    private Uni<List<Row>> query(String statement, Tuple values) {
        return pool.withTransaction(sql -> scopes.enter(sql)
                        .chain(() -> sql.preparedQuery(statement).execute(values)))
                .map(found -> {
                    List<Row> rows = new ArrayList<>();
                    found.forEach(rows::add);
                    return rows;
                });
    }

    private Item item(Row row, Set<Dimension> by) {
        String place = row.getString("place");
        State state = by.contains(Dimension.STATE) ? State.valueOf(row.getString("state")) : null;
        return new Item(
                place,
                regions.nameOf(place),
                state,
                state == null ? null : state.label(),
                by.contains(Dimension.CATEGORY) ? row.getString("category") : null,
                by.contains(Dimension.KIND) ? row.getString("kind") : null,
                row.getLong("tickets"));
    }
}
