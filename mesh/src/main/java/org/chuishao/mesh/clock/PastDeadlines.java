package org.chuishao.mesh.clock;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.chuishao.mesh.fold.State;

/**
 * Moves out what fires no more, so that the table of deadlines holds those that are alive: of tickets that are settled,
 * and of others after a very long time, since what was done may be sent back as not up to standard, which sets its clock
 * going again, and what was missed is still owed. By small transactions, until nothing is left. Any replica, at any time.
 */
@ApplicationScoped
class PastDeadlines {

    /** Each batch begins where the one before ended: what has to stay is looked at once in a run. */
    static final String MOVE = """
            with over as materialized (
                select id, ticket_id, coalesce(stopped_at, fired_at) as at from deadline
                where next_at is null and state <> 'PAUSED' and coalesce(stopped_at, fired_at) < $1
                    and (coalesce(stopped_at, fired_at), id) > ($2, $3)
                order by coalesce(stopped_at, fired_at), id limit 1000
            ), had as (
                select id, next_at, state from deadline where id = any(array(
                    select o.id from over o where o.at < $4 or exists (
                        select from ticket_fold f where f.ticket_id = o.ticket_id and f.state ->> 'state' = any($5))))
                offset 0 for update skip locked
            ), gone as (
                delete from deadline where id = any(array(
                    select id from had where next_at is null and state <> 'PAUSED')) returning *
            ), kept as (
                insert into deadline_past select * from gone on conflict do nothing
            ) select at, id from over order by at desc, id desc limit 1
            """;

    private static final String[] SETTLED = Arrays.stream(State.values())
            .filter(State::settled)
            .map(State::name)
            .toArray(String[]::new);

    private static final Place START =
            new Place(OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(0, 0));

    private final Pool pool;
    private final ClockConfig config;
    private final Clock clock;

    PastDeadlines(@ReactiveDataSource("reader") Pool pool, ClockConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** Where a batch ended. */
    private record Place(OffsetDateTime at, UUID id) {}

    @Scheduled(every = "15m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> moveOut() {
        return moveOut(START);
    }

    private Uni<Void> moveOut(Place after) {
        return pool.preparedQuery(MOVE)
                .execute(Tuple.of(
                        before(config.keep()), after.at(), after.id(), before(config.keepUnsettled()), SETTLED))
                .chain(rows -> {
                    RowIterator<Row> last = rows.iterator();
                    if (!last.hasNext()) {
                        return Uni.createFrom().voidItem();
                    }
                    Row row = last.next();
                    return moveOut(new Place(row.getOffsetDateTime("at"), row.getUUID("id")));
                });
    }

    private OffsetDateTime before(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
