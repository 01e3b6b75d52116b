package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.warning.life.Tell.Told;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Keeps what a person says was done about a confirmed warning that no ticket stands for: a plan, supervision. */
@ApplicationScoped
class Handle {

    private static final String LOCK = """
            select w.state, has_ticket(w.id, w.incident) as ticketed
            from warning w where w.id = $1 for update of w
            """;
    private static final String SET = "update warning set state = 'HANDLED' where id = $1";
    private static final String NODE = """
            insert into warning_node (warning, at, type, level, role, actor, words)
            select w.id, app_now(), 'HANDLED', w.level, $2, $3, $4 from warning w where w.id = $1
            """;
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'warning.handled', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Tell tell;

    Handle(Pool pool, Scopes scopes, CurrentScope current, Tell tell) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.tell = tell;
    }

    /** @throws Problem (as failure) 404 where there is none in scope, 409 where it is not confirmed or has a ticket */
    @Command
    Uni<Void> handle(UUID warning, Handling handling) {
        Scope scope = current.get();
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.preparedQuery(LOCK).execute(Tuple.of(warning)))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("warning");
                    }
                    LifeState state = LifeState.valueOf(rows.iterator().next().getString("state"));
                    if (state != LifeState.CONFIRMED) {
                        throw Problem.conflict(
                                "The warning is " + state + ", and only a confirmed one can be handled.");
                    }
                    if (rows.iterator().next().getBoolean("ticketed")) {
                        throw Problem.conflict("A ticket stands for the warning: it is handled when that is closed.");
                    }
                    return write(sql, scope.actor(), warning, handling.words());
                }));
    }

    private Uni<Void> write(SqlConnection sql, Actor actor, UUID warning, String words) {
        return sql.preparedQuery(SET)
                .execute(Tuple.of(warning))
                .chain(() -> sql.preparedQuery(NODE).execute(Tuple.of(warning, actor.role(), actor.id(), words)))
                .chain(() -> sql.preparedQuery(AUDIT).execute(Tuple.of(actor.role(), actor.id(), warning.toString())))
                .chain(() -> tell.of(sql, List.of(new Told(warning, "handled"))));
    }
}
