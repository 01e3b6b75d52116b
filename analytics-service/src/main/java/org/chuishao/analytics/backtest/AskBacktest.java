package org.chuishao.analytics.backtest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.time.Ids;

/** Puts a back-test among those that wait, once however often it is sent. */
@ApplicationScoped
class AskBacktest {

    private static final int ACCEPTED = 202;
    private static final Duration LATER = Duration.ofSeconds(30);

    private static final String TAKE = "select body_hash, status, location, reply from take_call($1, $2, $3, $4)";
    private static final String ANSWER = "select answer_call($1, $2, $3, $4, $5, $6)";
    private static final String KEEP = """
            insert into backtest (id, region, asked, asked_by) select $1, $2, $3::text::json, $4
            where waiting_backtests() < $5 returning\s""" + BacktestJson.COLUMNS;
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'backtest.asked', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final BacktestJson json;
    private final BacktestConfig config;

    AskBacktest(Pool pool, Scopes scopes, CurrentScope current, BacktestJson json, BacktestConfig config) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.json = json;
        this.config = config;
    }

    /** @throws Problem (as failure) 429 where too many wait, 422 where the key came with another body */
    @Command
    Uni<Reply> of(IdempotentCall call, NewBacktest asked) {
        Scope scope = current.get();
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.preparedQuery(TAKE)
                        .execute(Tuple.of(call.client(), call.path(), call.key(), Buffer.buffer(call.bodyHash()))))
                .chain(known -> known.size() > 0
                        ? Uni.createFrom()
                                .item(() -> again(call, known.iterator().next()))
                        : keep(sql, scope.actor(), asked).call(reply -> sql.preparedQuery(ANSWER)
                                .execute(Tuple.tuple()
                                        .addString(call.client())
                                        .addString(call.path())
                                        .addString(call.key())
                                        .addShort((short) reply.status())
                                        .addString(reply.location())
                                        .addString(reply.json())))));
    }

    private static Reply again(IdempotentCall call, Row row) {
        return Idempotency.reply(
                call,
                row.getBuffer("body_hash").getBytes(),
                row.getShort("status"),
                row.getString("location"),
                row.getString("reply"));
    }

    private Uni<Reply> keep(SqlConnection sql, Actor actor, NewBacktest asked) {
        return sql.preparedQuery(KEEP)
                .execute(Tuple.of(Ids.next(), asked.region(), json.written(asked), actor.id(), config.waiting()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.tooMuch("Too many back-tests wait already; try again.", LATER);
                    }
                    return json.backtest(rows.iterator().next());
                })
                .call(kept -> sql.preparedQuery(AUDIT)
                        .execute(Tuple.of(
                                actor.role(), actor.id(), kept.id() + " " + asked.rule() + " " + asked.region())))
                .map(kept -> new Reply(ACCEPTED, BacktestResource.PATH + "/" + kept.id(), json.written(kept)));
    }
}
