package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Keeps how many households a unit serves, with the audit. */
@ApplicationScoped
class KeepHouseholds {

    private static final String KEEP = """
            insert into households (unit, year, region, households, source) values ($1, $2, $3, $4, $5)
            on conflict (unit, year) do update set region = excluded.region, households = excluded.households,
                source = excluded.source, said_at = excluded.said_at
            """;
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'households', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    KeepHouseholds(Pool pool, Scopes scopes, CurrentScope current) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    @Command
    Uni<Void> of(Unit unit, Households said) {
        Scope scope = current.get();
        Actor actor = scope.actor();
        Tuple values = Tuple.of(unit.id(), said.year(), unit.region(), said.households(), said.source());
        String detail = unit.id() + " " + said.year() + " " + said.households() + " " + said.source();
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.preparedQuery(KEEP).execute(values))
                .chain(() -> sql.preparedQuery(AUDIT).execute(Tuple.of(actor.role(), actor.id(), detail)))
                .replaceWithVoid());
    }
}
