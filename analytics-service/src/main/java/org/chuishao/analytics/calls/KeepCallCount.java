package org.chuishao.analytics.calls;

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

/** Keeps what the call centre says of a day; what it says again takes the place of what it said before. */
@ApplicationScoped
class KeepCallCount {

    private static final String KEEP = """
            insert into call_count (region, day, offered, connected, within_15s) values ($1, $2, $3, $4, $5)
            on conflict (region, day) do update set offered = excluded.offered, connected = excluded.connected,
                within_15s = excluded.within_15s, said_at = excluded.said_at
            """;
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'call-counts', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    KeepCallCount(Pool pool, Scopes scopes, CurrentScope current) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    @Command
    Uni<Void> of(String region, LocalDate day, CallCount count) {
        Scope scope = current.get();
        Actor actor = scope.actor();
        Tuple values = Tuple.of(region, day, count.offered(), count.connected(), count.within15s());
        String detail = region + " " + day + " " + count.offered() + " " + count.connected() + " " + count.within15s();
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.preparedQuery(KEEP).execute(values))
                .chain(() -> sql.preparedQuery(AUDIT).execute(Tuple.of(actor.role(), actor.id(), detail)))
                .replaceWithVoid());
    }
}
