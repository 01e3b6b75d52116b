package org.chuishao.grid.unit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;

/** The units in force, for a request that names one. */
@ApplicationScoped
public class KnownUnits {

    private static final String IN_FORCE = """
            SELECT * FROM unit
            WHERE id = $1 AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now())
            """;

    private final Pool pool;

    KnownUnits(Pool pool) {
        this.pool = pool;
    }

    /** @return as failure {@link Problem} 400 naming the field where there is none in force */
    public Uni<Unit> require(String id, String field) {
        return pool.preparedQuery(IN_FORCE).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(KnownUnits::unit)
                .findFirst()
                .orElseThrow(() -> Problem.invalid(field, "is not a known unit")));
    }

    private static Unit unit(Row row) {
        return new Unit(
                row.getString("id"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("line"),
                row.getInteger("level"),
                row.getString("region"),
                row.getString("superior"),
                row.getBoolean("synthetic"));
    }
}
