package org.chuishao.routing.model;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.chuishao.routing.page.InChina;

/** Which lines a person has given to the model, as it is kept: every word of it, the last holds. */
@ApplicationScoped
class LineSwitches {

    private static final String LAST =
            "select distinct on (line) line, enabled, at, actor, reason from automatic_line order by line, id desc";

    private final Pool pool;

    LineSwitches(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    record Switch(boolean enabled, OffsetDateTime at, String actor, String reason) {}

    Uni<Map<String, Switch>> all() {
        return pool.query(LAST).execute().map(rows -> {
            Map<String, Switch> switches = new HashMap<>();
            rows.forEach(row -> switches.put(
                    row.getString("line"),
                    new Switch(
                            row.getBoolean("enabled"),
                            InChina.of(row.getOffsetDateTime("at")),
                            row.getString("actor"),
                            row.getString("reason"))));
            return switches;
        });
    }

    Uni<Void> set(String line, boolean enabled, String actor, String reason) {
        return pool.preparedQuery("insert into automatic_line (line, enabled, actor, reason) values ($1, $2, $3, $4)")
                .execute(Tuple.of(line, enabled, actor, reason))
                .replaceWithVoid();
    }
}
