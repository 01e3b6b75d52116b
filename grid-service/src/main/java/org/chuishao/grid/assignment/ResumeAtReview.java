package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chuishao.grid.assignment.Asks.ResumptionCause;
import org.chuishao.grid.clock.ResumeClocks;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResumed;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;

/** Lets suspended assignments go on by themselves when their review is due (到期自动恢复); for a clock to call. */
@ApplicationScoped
public class ResumeAtReview {

    private static final String RESUME = """
            WITH due AS (
                SELECT a.id, a.ticket_id, a.round FROM assignment a
                WHERE a.id = ANY($1) AND a.phase = 'SUSPENDED' AND a.review_at <= $2
                ORDER BY a.id FOR UPDATE
            ), resumed AS (
                UPDATE assignment a SET phase = 'IN_PROGRESS', suspension_cause = NULL, review_at = NULL
                FROM due d WHERE a.id = d.id
            )
            SELECT d.id, d.ticket_id, d.round,
                   (f.state ->> 'seen')::integer + row_number() OVER (PARTITION BY d.ticket_id ORDER BY d.id)::integer - 1
                   + (SELECT count(*)::integer FROM pending_event p WHERE p.ticket_id = d.ticket_id) AS seen
            FROM due d JOIN ticket_fold f USING (ticket_id)
            ORDER BY d.ticket_id, d.id
            """;

    private final ResumeClocks clocks;

    ResumeAtReview(ResumeClocks clocks) {
        this.clocks = clocks;
    }

    /**
     * Resumes those of the given that are still suspended and whose review is due by an instant; the others
     * are left as they are. The transaction holds the locks of their tickets.
     */
    public Uni<Void> resume(ReaderTransaction transaction, List<UUID> assignments, Instant at) {
        Tuple values = Tuple.of(assignments.toArray(UUID[]::new), at.atOffset(ZoneOffset.UTC));
        return transaction
                .sql()
                .preparedQuery(RESUME)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ResumeAtReview::draft)
                        .toList())
                .call(transaction::append)
                .chain(resumed -> clocks.of(transaction, seen(resumed)));
    }

    private static Map<UUID, Integer> seen(List<Draft> resumed) {
        return resumed.stream().collect(Collectors.toMap(Draft::assignment, draft -> draft.basedOn() + 1));
    }

    private static Draft draft(Row row) {
        return new Draft(
                row.getUUID("ticket_id"),
                row.getInteger("round"),
                row.getUUID("id"),
                row.getInteger("seen"),
                new AssignmentResumed(ResumptionCause.REVIEW_DUE.name()));
    }
}
