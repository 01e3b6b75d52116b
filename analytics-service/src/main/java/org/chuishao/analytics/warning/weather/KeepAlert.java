package org.chuishao.analytics.warning.weather;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Keeps a weather warning, with the audit. */
@ApplicationScoped
class KeepAlert {

    private static final String KEEP = """
            insert into weather_alert (region, day, kind, level) values ($1, $2, $3, $4)
            on conflict (region, day, kind) do update set level = excluded.level, said_at = excluded.said_at
            """;
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'weather.kept', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    KeepAlert(Pool pool, Scopes scopes, CurrentScope current) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    @Command
    Uni<Void> of(String region, LocalDate day, WeatherAlert alert) {
        Scope scope = current.get();
        Actor actor = scope.actor();
        String kind = alert.kind().name();
        String level = alert.level().name();
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.preparedQuery(KEEP).execute(Tuple.of(region, day, kind, level)))
                .chain(() -> sql.preparedQuery(AUDIT)
                        .execute(Tuple.of(actor.role(), actor.id(), region + " " + day + " " + kind + " " + level)))
                .replaceWithVoid());
    }
}
