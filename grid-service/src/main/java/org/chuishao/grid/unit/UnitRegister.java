package org.chuishao.grid.unit;

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
import org.chuishao.mesh.reference.UnitKind;
import org.jspecify.annotations.Nullable;

/** Reads the register of units. They are public, so no scope stands before them. */
@ApplicationScoped
class UnitRegister {

    private static final String UNITS = "SELECT *, whistles_out(id) AS whistles_out,"
            + " (SELECT d.from_at FROM duty_hours d WHERE d.unit = id) AS duty_from,"
            + " (SELECT d.to_at FROM duty_hours d WHERE d.unit = id) AS duty_to FROM unit WHERE ";

    private final Pool pool;

    UnitRegister(Pool pool) {
        this.pool = pool;
    }

    /** @param region units of this region and of all below it */
    Uni<Page<UnitView>> page(
            @Nullable String line,
            @Nullable Integer level,
            @Nullable UnitKind kind,
            @Nullable String region,
            String after,
            int limit) {
        Conditions conditions = new Conditions()
                .and("line = ?", line)
                .and("level = ?", level)
                .and("kind = ?", kind == null ? null : kind.name())
                .within("region", region)
                .and("id > ?", after);
        String sql = UNITS + conditions
                + " AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now()) ORDER BY id LIMIT "
                + conditions.place(limit + 1);
        return pool.preparedQuery(sql)
                .execute(conditions.values())
                .map(rows -> Page.of(views(rows), limit, UnitView::id));
    }

    Uni<UnitView> find(String id) {
        return pool.preparedQuery(UNITS + "id = $1")
                .execute(Tuple.of(id))
                .map(rows -> views(rows).stream().findFirst().orElseThrow(() -> Problem.notFound("unit")));
    }

    private static List<UnitView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(UnitView::of).toList();
    }
}
