package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Keeps a person's verdict: state, node, the word to the others and the audit commit together. */
@ApplicationScoped
class Judge {

    private static final String LOCK = "select state from warning where id = $1 for update";
    private static final String SET = "update warning set state = $2 where id = $1";
    private static final String NODE = """
            insert into warning_node (warning, at, type, level, role, actor, words)
            select w.id, app_now(), $2, w.level, $3, $4, $5 from warning w where w.id = $1
            """;
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'warning.judged', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Tell tell;

    Judge(Pool pool, Scopes scopes, CurrentScope current, Tell tell) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.tell = tell;
    }

    /** @throws Problem (as failure) 404 where there is none in scope, 409 where it was judged or has lapsed */
    @Command
    Uni<Void> judge(UUID warning, Verdict verdict) {
        Scope scope = current.get();
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.preparedQuery(LOCK).execute(Tuple.of(warning)))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("warning");
                    }
                    requireUnjudged(rows.iterator().next(), verdict);
                    return write(sql, scope.actor(), warning, verdict);
                }));
    }

    private static void requireUnjudged(Row row, Verdict verdict) {
        LifeState state = LifeState.valueOf(row.getString(0));
        if (state != LifeState.RAISED && state != LifeState.LAPSED) {
            throw Problem.conflict("The warning is " + state + ", and cannot become "
                    + verdict.verdict().state() + ".");
        }
    }

    private Uni<Void> write(SqlConnection sql, Actor actor, UUID warning, Verdict verdict) {
        String state = verdict.verdict().state().name();
        return sql.preparedQuery(SET)
                .execute(Tuple.of(warning, state))
                .chain(() -> sql.preparedQuery(NODE)
                        .execute(Tuple.of(warning, state, actor.role(), actor.id(), verdict.reason())))
                .chain(() ->
                        sql.preparedQuery(AUDIT).execute(Tuple.of(actor.role(), actor.id(), warning + " " + state)))
                .chain(() -> tell.of(sql, List.of(new Tell.Told(warning, "judged"))));
    }
}
