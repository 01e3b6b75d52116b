package org.chuishao.intake.number;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Hands out ticket numbers from blocks of 1,000 that a Postgres sequence gives to each replica, so that only every
 * thousandth ticket asks the database for one. What is left of a block when the day changes or the service stops is lost.
 */
@ApplicationScoped
public class TicketNumbers {

    static final int BLOCK = 1000;
    private static final String NEXT_BLOCK = "select nextval('ticket_number_block')";

    private final Pool pool;
    private final Clock clock;
    private String day = "";
    private int next;
    private int end;
    private @Nullable Uni<Void> renewal;

    TicketNumbers(@ReactiveDataSource("insert") Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public Uni<String> next() {
        return Uni.createFrom().deferred(this::take);
    }

    private synchronized Uni<String> take() {
        String today = TicketNumber.day(clock.instant());
        if (today.equals(day) && next < end) {
            return Uni.createFrom().item(TicketNumber.of(day, next++));
        }
        return renewal(today).chain(this::next);
    }

    /** One query for all who wait; memoized, so that the hang-up of one does not cancel it for the others. */
    private synchronized Uni<Void> renewal(String today) {
        Uni<Void> running = renewal;
        if (running == null) {
            running = pool.query(NEXT_BLOCK)
                    .execute()
                    .map(rows -> rows.iterator().next().getLong(0))
                    .invoke(block -> open(today, block))
                    .onTermination()
                    .invoke(this::renewed)
                    .replaceWithVoid()
                    .memoize()
                    .indefinitely();
            renewal = running;
        }
        return running;
    }

    private synchronized void open(String today, long block) {
        day = today;
        next = (int) (block * BLOCK % TicketNumber.PER_DAY);
        end = next + BLOCK;
    }

    private synchronized void renewed() {
        renewal = null;
    }
}
