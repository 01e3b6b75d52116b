package org.chuishao.grid.location;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuishao.grid.location.Location.FoundBy;

/** Finds a grid by its code, also one that has ended. */
@ApplicationScoped
class Grids {

    private final Pool pool;
    private final Gazetteer gazetteer;

    Grids(Pool pool, Gazetteer gazetteer) {
        this.pool = pool;
        this.gazetteer = gazetteer;
    }

    Uni<Optional<Location>> byCode(String code) {
        return pool.preparedQuery("SELECT name, parent, synthetic FROM region WHERE code = $1 AND level = 6")
                .execute(Tuple.of(code))
                .map(rows -> location(code, rows));
    }

    private Optional<Location> location(String code, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        List<String> path = new ArrayList<>(gazetteer.path(row.getString("parent")));
        path.add(row.getString("name"));
        return Optional.of(new Location(
                code,
                row.getString("name"),
                path,
                6,
                row.getBoolean("synthetic"),
                1,
                FoundBy.CODE,
                List.of(),
                List.of(),
                null,
                null));
    }
}
