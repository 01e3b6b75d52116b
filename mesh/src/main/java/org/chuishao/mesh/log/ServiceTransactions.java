package org.chuishao.mesh.log;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;

/** Transactions in which a service acts by itself: it reads the log, or one of its clocks fires. */
@ApplicationScoped
public class ServiceTransactions {

    private final Pool pool;
    private final LogConfig config;
    private final Source self;
    private final Clock clock;

    ServiceTransactions(@ReactiveDataSource("reader") Pool pool, LogConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.self = Source.ofUri("/chuishao/" + config.service());
        this.clock = clock;
    }

    /** Whoever writes events holds their tickets' locks. The relay is for the caller to wake, after the commit. */
    public <T> Uni<T> run(Function<ReaderTransaction, Uni<T>> work) {
        return pool.withTransaction(sql -> work.apply(on(sql)));
    }

    ReaderTransaction on(SqlConnection sql) {
        return new OnConnection(sql, clock.instant());
    }

    private final class OnConnection implements ReaderTransaction {

        private final SqlConnection sql;
        private final Instant now;

        OnConnection(SqlConnection sql, Instant now) {
            this.sql = sql;
            this.now = now;
        }

        @Override
        public SqlConnection sql() {
            return sql;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public ReaderTransaction at(Instant other) {
            return new OnConnection(sql, other);
        }

        @Override
        public Uni<Void> append(List<Draft> drafts) {
            Actor service = Actor.service(self);
            List<Event> events = new ArrayList<>(drafts.size());
            drafts.forEach(draft -> events.add(draft.by(self, service, Ids.next(), now)));
            return Outbox.append(sql, config.relay().shards(), events);
        }
    }
}
