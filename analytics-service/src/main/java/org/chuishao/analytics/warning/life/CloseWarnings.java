package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.warning.life.Tell.Told;

/** A warning whose effect was measured is closed: what comes later is warned of anew. */
@ApplicationScoped
public class CloseWarnings {

    private static final String CLOSE = """
            with closed as (update warning set state = 'CLOSED' where id = any($1) returning id, level)
            insert into warning_node (warning, at, type, level, role, actor)
            select id, app_now(), 'CLOSED', level, 'service', 'analytics' from closed
            """;

    private final Tell tell;

    CloseWarnings(Tell tell) {
        this.tell = tell;
    }

    public Uni<Void> of(SqlConnection sql, List<UUID> warnings) {
        return warnings.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(CLOSE)
                        .execute(Tuple.of((Object) warnings.toArray(UUID[]::new)))
                        .chain(() -> tell.of(
                                sql,
                                warnings.stream()
                                        .map(id -> new Told(id, "closed"))
                                        .toList()));
    }
}
