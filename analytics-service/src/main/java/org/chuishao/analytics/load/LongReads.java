package org.chuishao.analytics.load;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Few of the reads that walk over very much run at once, some wait for their turn, and the rest are told to come again: the
 * connections that they leave are those of maps, ladders and lists. One that was begun ends by itself, whether its client is
 * still there or not, since the database works on it either way.
 */
@ApplicationScoped
public class LongReads {

    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final String NO_LONGER_THAN = "select set_config('statement_timeout', $1, true)";

    private final Queue<Turn<?>> waiting = new ArrayDeque<>();
    private final Pool pool;
    private final Scopes scopes;
    private final Vertx vertx;
    private final LoadConfig config;
    private int running;

    LongReads(Pool pool, Scopes scopes, Vertx vertx, LoadConfig config) {
        this.pool = pool;
        this.scopes = scopes;
        this.vertx = vertx;
        this.config = config;
    }

    /** Work that has a turn or waits for it; it runs where its own request goes on. */
    private final class Turn<T> {

        private final Supplier<Uni<T>> work;
        private final UniEmitter<? super T> asker;
        private final Executor own;

        Turn(Supplier<Uni<T>> work, UniEmitter<? super T> asker, Executor own) {
            this.work = work;
            this.asker = asker;
            this.own = own;
        }

        void run() {
            try {
                own.execute(() -> Uni.createFrom()
                        .deferred(work::get)
                        .subscribe()
                        .with(item -> ended(() -> asker.complete(item)), failure -> ended(() -> asker.fail(failure))));
            } catch (RejectedExecutionException e) {
                ended(() -> asker.fail(e));
            }
        }

        void giveUp() {
            if (left(this)) {
                asker.fail(Problem.unavailable(AGAIN));
            }
        }
    }

    /** Does the work in its turn. @throws Problem (as failure) 503 with Retry-After where too many wait, or for too long */
    public <T> Uni<T> inTurn(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> enter(new Turn<>(work, emitter, OwnContext.current())));
    }

    /** Rows in the caller's scope, within the time that a long read may take. */
    public Uni<List<Row>> rows(String statement, Tuple values) {
        return pool.withTransaction(sql -> scopes.enter(sql)
                        .chain(() -> sql.preparedQuery(NO_LONGER_THAN)
                                .execute(Tuple.of(Long.toString(config.longest().toMillis()))))
                        .chain(() -> sql.preparedQuery(statement).execute(values)))
                .map(Rows::list);
    }

    private void enter(Turn<?> turn) {
        boolean begins;
        boolean waits;
        synchronized (waiting) {
            begins = running < config.longReads();
            waits = !begins && waiting.size() < config.waiting() && waiting.add(turn);
            running += begins ? 1 : 0;
        }
        if (begins) {
            turn.run();
        } else if (waits) {
            long timer = vertx.setTimer(config.patience().toMillis(), id -> turn.giveUp());
            // also where its client has hung up
            turn.asker.onTermination(() -> {
                vertx.cancelTimer(timer);
                left(turn);
            });
        } else {
            turn.asker.fail(Problem.unavailable(AGAIN));
        }
    }

    private boolean left(Turn<?> turn) {
        synchronized (waiting) {
            return waiting.remove(turn);
        }
    }

    private void ended(Runnable tell) {
        try {
            tell.run();
        } finally {
            giveOn();
        }
    }

    private void giveOn() {
        @Nullable Turn<?> next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                running--;
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
