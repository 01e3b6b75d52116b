package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.incident.Boards;
import org.chuishao.analytics.warning.incident.Follow;
import org.chuishao.analytics.warning.incident.ProactiveTickets;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** Keeps a person's verdict: state, node, the word to the others and the audit commit together. */
@ApplicationScoped
class Judge {

    private static final String ABOUT = "select region, category from warning where id = $1";
    private static final String LOCK = "select state, rule from warning where id = $1 for update";
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
    private final Boards boards;
    private final ProactiveTickets tickets;
    private final FollowIncident follow;

    Judge(
            Pool pool,
            Scopes scopes,
            CurrentScope current,
            Boards boards,
            ProactiveTickets tickets,
            FollowIncident follow) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.boards = boards;
        this.tickets = tickets;
        this.follow = follow;
    }

    /** @throws Problem (as failure) 404 where there is none in scope, 409 where it was judged or has lapsed */
    @Command
    Uni<Void> judge(UUID warning, Verdict verdict) {
        Scope scope = current.get();
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> one(sql, ABOUT, warning))
                .chain(about -> boards.lock(sql, List.of(boards.of(about.getString(0), about.getString(1)))))
                .chain(() -> one(sql, LOCK, warning))
                .chain(row -> {
                    requireUnjudged(row, verdict);
                    Follow what = verdict.followOf(WarningRule.valueOf(row.getString("rule")));
                    return write(sql, scope.actor(), warning, verdict, what);
                }));
    }

    private static Uni<Row> one(SqlConnection sql, String query, UUID warning) {
        return sql.preparedQuery(query).execute(Tuple.of(warning)).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound("warning");
            }
            return rows.iterator().next();
        });
    }

    private static void requireUnjudged(Row row, Verdict verdict) {
        LifeState state = LifeState.valueOf(row.getString(0));
        if (state != LifeState.RAISED && state != LifeState.LAPSED) {
            throw Problem.conflict("The warning is " + state + ", and cannot become "
                    + verdict.verdict().state() + ".");
        }
    }

    private Uni<Void> write(SqlConnection sql, Actor actor, UUID warning, Verdict verdict, @Nullable Follow what) {
        String state = verdict.verdict().state().name();
        return sql.preparedQuery(SET)
                .execute(Tuple.of(warning, state))
                .chain(() -> sql.preparedQuery(NODE)
                        .execute(Tuple.of(warning, state, actor.role(), actor.id(), verdict.reason())))
                .chain(() -> sql.preparedQuery(AUDIT)
                        .execute(Tuple.of(
                                actor.role(), actor.id(), warning + " " + state + (what == null ? "" : " " + what))))
                .chain(() -> what != null && what.isTicket()
                        ? tickets.confirm(sql, warning, what)
                        : Uni.createFrom().item(Optional.<String>empty()))
                .chain(note -> follow.judged(sql, warning, note, actor));
    }
}
