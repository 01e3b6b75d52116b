package org.chuishao.analytics.brief;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Notes in the audit who took a brief out of the house, before it leaves. */
@ApplicationScoped
class NoteExport {

    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'brief.exported', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    NoteExport(Pool pool, Scopes scopes, CurrentScope current) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    Uni<Void> of(AskedBrief asked, String form) {
        Scope scope = current.get();
        Actor actor = scope.actor();
        String what = form + ' ' + asked.kind().label() + ' ' + asked.day() + ' ' + asked.region();
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.preparedQuery(AUDIT).execute(Tuple.of(actor.role(), actor.id(), what)))
                .replaceWithVoid());
    }
}
