package org.chuishao.analytics.warning.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Keeps a network, with the audit. */
@ApplicationScoped
class KeepNetwork {

    private static final String KEEP = """
            insert into network (code, region, network) values ($1, $2, cast($3::text as json))
            on conflict (code) do update set region = excluded.region, network = excluded.network,
                said_at = excluded.said_at
            """;
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'network.kept', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final ObjectMapper json;

    KeepNetwork(Pool pool, Scopes scopes, CurrentScope current, ObjectMapper json) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.json = json;
    }

    @Command
    Uni<Void> of(String code, Network network) {
        Scope scope = current.get();
        Actor actor = scope.actor();
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.preparedQuery(KEEP).execute(Tuple.of(code, network.region(), written(network))))
                .chain(() -> sql.preparedQuery(AUDIT).execute(Tuple.of(actor.role(), actor.id(), code)))
                .replaceWithVoid());
    }

    private String written(Network network) {
        try {
            return json.writeValueAsString(network);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a network cannot be written", e);
        }
    }
}
