package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.classify.Urgency;
import org.chuishao.routing.learn.Answer.Candidate;

/** The dispatch queue, in the reader's transaction: a statement for all tickets of a batch. */
final class QueueWriter {

    private static final String QUEUE = """
            insert into dispatch_queue (ticket_id, region, rank, severity, category, reason, since, candidates)
            select ticket, region, rank, severity, category, reason, at,
                   coalesce(nullif(candidates, '[]'), (select d.candidates from decision d
                            where d.ticket_id = r.ticket and d.candidates <> '[]' order by d.id desc limit 1))
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, region text, rank smallint, severity text,
                 category text, reason text, at timestamptz, candidates jsonb)
            on conflict (ticket_id) do update set region = excluded.region, rank = excluded.rank,
                severity = excluded.severity, category = excluded.category, reason = excluded.reason, candidates = excluded.candidates,
                claimed_by = case when %1$s then null else dispatch_queue.claimed_by end,
                claimed_at = case when %1$s then null else dispatch_queue.claimed_at end,
                claimed_until = case when %1$s then null else dispatch_queue.claimed_until end
            """
            // who has it in hand gives way to a danger to life
            .formatted("excluded.severity = 'CRITICAL' and dispatch_queue.severity <> 'CRITICAL'");

    /** It waits still, and was told more: whoever chooses sees what is made of that, and a large model is asked again. */
    private static final String TOLD_MORE = """
            update dispatch_queue q set candidates = r.candidates, opinion_at = '-infinity'
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, candidates jsonb)
            where q.ticket_id = r.ticket
            """;

    private final SqlConnection sql;
    private final Instant now;

    QueueWriter(ReaderTransaction transaction) {
        sql = transaction.sql();
        now = transaction.now();
    }

    private record ToldRow(UUID ticket, List<Candidate> candidates) {}

    private record QueueRow(
            UUID ticket,
            String region,
            int rank,
            Severity severity,
            String category,
            String reason,
            Instant at,
            List<Candidate> candidates) {}

    /** Before a dispatcher: what the rules leave to a person, and what came back. */
    Uni<Void> queue(List<Decided> decided, List<TicketNews> cameBack) {
        List<QueueRow> rows = new ArrayList<>();
        for (Decided it : decided) {
            if (it.outcome() instanceof Outcome.Queue queue) {
                rows.add(queued(
                        it.cause().event().ticket(),
                        it.assessment().region(),
                        it.assessment().severity(),
                        it.assessment().category(),
                        queue.basis(),
                        it.assessment().counselled().candidates()));
            }
        }
        for (TicketNews news : cameBack) {
            Severity severity = news.after().severity();
            String category = news.after().category();
            rows.add(queued(
                    news.ticket(),
                    news.after().region(),
                    severity == null ? Severity.ORDINARY : severity,
                    category == null ? Category.OTHER : category,
                    news.queueReason(),
                    List.of()));
        }
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(QUEUE).execute(Tuple.of(Json.rows(rows))).replaceWithVoid();
    }

    /** @param told assessed anew while they wait for a dispatcher */
    Uni<Void> toldMore(List<Decided> told) {
        List<ToldRow> rows = told.stream()
                .map(it -> new ToldRow(
                        it.cause().event().ticket(),
                        it.assessment().counselled().candidates()))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(TOLD_MORE)
                        .execute(Tuple.of(Json.rows(rows)))
                        .replaceWithVoid();
    }

    private QueueRow queued(
            UUID ticket, String region, Severity severity, String category, String reason, List<Candidate> candidates) {
        return new QueueRow(ticket, region, Urgency.rank(severity), severity, category, reason, now, candidates);
    }

    Uni<Void> unqueue(List<UUID> tickets) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery("delete from dispatch_queue where ticket_id = any($1)")
                        .execute(Tuple.of(tickets.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }
}
