package org.chuishao.routing.opinion;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: waiting tickets that a model may be asked about, shared by the replicas. */
@ApplicationScoped
class Turns {

    /** Of a danger to life, a report (举报), a secret ticket or a safety matter nothing leaves the house. */
    static final String MAY_LEAVE = "q.severity <> 'CRITICAL' and t.kind <> 'REPORT' and not t.secret and not t.safety";

    /** What waits before a dispatcher is put off, never held: nobody waits for the model. */
    private static final String TAKE = """
            update dispatch_queue q set opinion_at = (select app_now()) + make_interval(secs => $2)
            from routing_ticket t
            where t.ticket_id = q.ticket_id and q.ticket_id = any(array(
                select q.ticket_id from dispatch_queue q join routing_ticket t using (ticket_id)
                where q.opinion_at <= (select app_now()) and q.opinion_at < 'infinity' and %s
                    and (select count(*) from second_opinion o
                         where o.ticket_id = q.ticket_id and o.asked_at >= q.since) < 3
                order by q.rank, q.since limit $1 for update of q skip locked))
            returning q.ticket_id, q.since, q.category, q.candidates, t.title, t.content
            """.formatted(MAY_LEAVE);

    private static final String AGAIN = """
            update dispatch_queue set opinion_at = (select app_now()) + make_interval(secs => $3)
            where ticket_id = $1 and since = $2
            """;

    private static final String NEVER =
            "update dispatch_queue set opinion_at = 'infinity' where ticket_id = $1 and since = $2";

    private final Pool pool;

    Turns(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    /**
     * A ticket whose turn it is.
     *
     * @param since when it was queued: it may leave the queue and come back meanwhile
     * @param candidates the classifier's, the likeliest first
     */
    record Turn(
            UUID ticket,
            OffsetDateTime since,
            String category,
            List<String> candidates,
            Sealed title,
            List<Sealed> content) {

        String expected() {
            return candidates.isEmpty() ? category : candidates.get(0);
        }
    }

    /** @param lease for how long nobody else asks */
    Uni<List<Turn>> take(int most, Duration lease) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(most, seconds(lease)))
                .map(rows -> Rows.list(rows).stream().map(Turns::turn).toList());
    }

    /** It got no answer, and may get one later. */
    Uni<Void> again(Turn turn, Duration later) {
        return pool.preparedQuery(AGAIN)
                .execute(Tuple.of(turn.ticket(), turn.since(), seconds(later)))
                .replaceWithVoid();
    }

    /** It is not asked about any more while it waits. */
    Uni<Void> over(Turn turn) {
        return pool.preparedQuery(NEVER)
                .execute(Tuple.of(turn.ticket(), turn.since()))
                .replaceWithVoid();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Turn turn(Row row) {
        return new Turn(
                row.getUUID("ticket_id"),
                row.getOffsetDateTime("since"),
                row.getString("category"),
                labels(row.getValue("candidates")),
                new Sealed(row.getString("title")),
                Arrays.stream(row.getArrayOfStrings("content")).map(Sealed::new).toList());
    }

    /** What is not as it should be is passed over. */
    private static List<String> labels(@Nullable Object candidates) {
        List<String> labels = new ArrayList<>();
        if (candidates instanceof JsonArray array) {
            for (Object candidate : array) {
                if (candidate instanceof JsonObject it && it.getValue("label") instanceof String label) {
                    labels.add(label);
                }
            }
        }
        return labels;
    }
}
