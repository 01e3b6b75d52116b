package org.chuishao.mesh.clock;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.MoveDeadlines.Moved;
import org.chuishao.mesh.log.ServiceTransactions;

/**
 * Counts again what rested on a year whose holidays were not known, once they are: the old instant is kept, with the
 * reason. Paused ones too: what they have left rests on their end. By batches, so that no ticket waits for all of them. What a command has in
 * hand is left provisional, for the next time that this is called.
 */
@ApplicationScoped
public class RecountDeadlines {

    private static final int MOST = 500;
    private static final String PROVISIONAL = """
            select row_to_json(d)::text as clock, pg_try_advisory_xact_lock(d.lock_key) as had,
                coalesce((select (f.state ->> 'seen')::int from ticket_fold f where f.ticket_id = d.ticket_id), 0) as seen
            from (
                select * from deadline
                where provisional and state in ('RUNNING', 'APPROACHING', 'PAUSED') and stopped_at is null
                    and counted is not null and calendar <> $3 and id > $1
                order by id limit $2 for update skip locked
            ) d
            """;
    private static final UUID FIRST = new UUID(0, 0);

    private final ServiceTransactions transactions;
    private final MoveDeadlines moves;

    RecountDeadlines(ServiceTransactions transactions, MoveDeadlines moves) {
        this.transactions = transactions;
        this.moves = moves;
    }

    /** @param had its ticket's lock could be had */
    private record Found(Standing clock, boolean had, int seen) {

        static Found of(Row row) {
            return new Found(
                    Standing.of(new JsonObject(row.getString("clock"))), row.getBoolean("had"), row.getInteger("seen"));
        }
    }

    /** @return how many were counted again */
    public Uni<Integer> by(WorkCalendar calendar) {
        return from(FIRST, calendar, 0);
    }

    private Uni<Integer> from(UUID after, WorkCalendar calendar, int done) {
        return transactions
                .run(transaction -> transaction
                        .sql()
                        .preparedQuery(PROVISIONAL)
                        .execute(Tuple.of(after, MOST, calendar.version()))
                        .map(rows -> {
                            List<Found> list = new ArrayList<>();
                            rows.forEach(row -> list.add(Found.of(row)));
                            return list;
                        })
                        .call(found -> moves.move(transaction, recounted(found, transaction.now(), calendar))))
                .chain(found -> {
                    Log.debugf("%d deadlines counted again", done + found.size());
                    return found.size() < MOST
                            ? Uni.createFrom().item(done + found.size())
                            : from(found.get(found.size() - 1).clock().id(), calendar, done + found.size());
                });
    }

    private static List<Moved> recounted(List<Found> found, Instant now, WorkCalendar calendar) {
        return found.stream()
                .filter(Found::had)
                .map(it -> new Moved(ClockMove.recounted(it.clock(), now, calendar), it.seen()))
                .toList();
    }
}
