package org.chuishao.grid.region;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.chuishao.grid.page.Conditions;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the register of regions. They are public, so no scope stands before them. */
@ApplicationScoped
class RegionRegister {

    private static final String COLUMNS = """
            code, level, name, parent, kind, households, synthetic, longitude, latitude, valid_from, valid_to,
            outline IS NOT NULL AS outlined,
            (SELECT array_agg(s.successor ORDER BY s.successor) FROM region_successor s WHERE s.code = region.code)
                AS successors,
            (SELECT array_agg(s.code ORDER BY s.code) FROM region_successor s WHERE s.successor = region.code)
                AS predecessors
            """;

    private final Pool pool;

    RegionRegister(Pool pool) {
        this.pool = pool;
    }

    /** Those in force, by code. */
    Uni<Page<RegionView>> page(
            @Nullable Integer level,
            @Nullable String within,
            @Nullable String parent,
            @Nullable String name,
            String after,
            int limit) {
        Conditions conditions = new Conditions()
                .and("level = ?", level)
                .within("code", within)
                .and("parent = ?", parent)
                .and("position(? in name) > 0", name)
                .and("code > ?", after);
        String sql = "SELECT " + COLUMNS + "FROM region WHERE " + conditions
                + " AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now()) ORDER BY code LIMIT "
                + conditions.place(limit + 1);
        return pool.preparedQuery(sql)
                .execute(conditions.values())
                .map(rows -> Page.of(views(rows), limit, RegionView::code));
    }

    /** Also a code that is no longer in force. */
    Uni<RegionView> find(String code) {
        return pool.preparedQuery("SELECT " + COLUMNS + "FROM region WHERE code = $1")
                .execute(Tuple.of(code))
                .map(rows -> views(rows).stream().findFirst().orElseThrow(() -> Problem.notFound("region")));
    }

    private static List<RegionView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RegionView::of)
                .toList();
    }
}
