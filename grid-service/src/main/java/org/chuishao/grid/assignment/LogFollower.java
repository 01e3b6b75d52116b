package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * Keeps the assignments to what the log says: others end them or send them back, and an own act that came too late is
 * undone, also that it went into other hands. While own events are still to be read back the row is ahead of the log and is
 * left so, unless others decided.
 */
@ApplicationScoped
class LogFollower implements LogEffect {

    private static final String TOLD = """
            SELECT * FROM json_to_recordset($1::text::json) AS t (
                id uuid, phase text, contacted boolean, solved boolean, extension text, severity text, category text,
                at timestamptz, decided boolean, unsigned boolean, unarrived boolean,
                reassigned boolean, grid text, worker text)""";

    private static final String FOLLOW = """
            WITH told AS (@told)
            UPDATE assignment a
            SET phase = t.phase,
                contacted = t.contacted,
                solved = t.solved,
                extension = t.extension,
                extension_until = CASE WHEN t.extension IS NOT NULL THEN a.extension_until END,
                suspension_cause = CASE WHEN t.phase = 'SUSPENDED' THEN a.suspension_cause END,
                review_at = CASE WHEN t.phase = 'SUSPENDED' THEN a.review_at END,
                severity = coalesce(t.severity, a.severity),
                category = coalesce(t.category, a.category),
                signed_at = CASE WHEN NOT t.unsigned AND t.phase <> 'PENDING_SIGN' THEN a.signed_at END,
                contacted_at = CASE WHEN t.contacted THEN a.contacted_at END,
                arrived_at = CASE WHEN NOT t.unarrived THEN a.arrived_at END,
                resolved_at = CASE WHEN t.phase = 'RESOLVED' THEN a.resolved_at END,
                ended_at = CASE WHEN t.phase = 'ENDED' THEN coalesce(a.ended_at, t.at) END,
                region = CASE WHEN t.reassigned THEN coalesce(t.grid, a.region) ELSE a.region END,
                grid = CASE WHEN t.reassigned THEN t.grid ELSE a.grid END,
                worker = CASE WHEN t.reassigned THEN t.worker ELSE a.worker END,
                role = CASE WHEN t.reassigned AND a.worker IS DISTINCT FROM t.worker THEN (
                           SELECT m.role FROM membership m WHERE m.worker = t.worker AND m.grid = t.grid
                           ORDER BY m.role = 'FULL_TIME_WORKER' DESC, m.valid_from DESC LIMIT 1)
                       ELSE a.role END
            FROM told t
            WHERE a.id = t.id
              AND (t.decided OR NOT EXISTS (
                  SELECT FROM pending_event p WHERE p.ticket_id = a.ticket_id))
              AND (t.unsigned OR t.unarrived OR t.reassigned AND (a.worker, a.grid) IS DISTINCT FROM (t.worker, t.grid)
                   OR (a.phase, a.contacted, a.solved, a.extension, a.severity, a.category)
                      IS DISTINCT FROM (t.phase, t.contacted, t.solved, t.extension, coalesce(t.severity, a.severity),
                                        coalesce(t.category, a.category)))
            """.replace("@told", TOLD);

    /** Only where it went into other hands: an update of no row asks the statement's triggers all the same. */
    private static final String CLOCKS = """
            WITH told AS (@told)
            UPDATE deadline d SET worker = t.worker, region = coalesce(t.grid, d.region)
            FROM told t
            WHERE t.reassigned AND d.assignment = t.id AND d.stopped_at IS NULL
              AND (d.worker, d.region) IS DISTINCT FROM (t.worker, coalesce(t.grid, d.region))
              AND (t.decided OR NOT EXISTS (SELECT FROM pending_event p WHERE p.ticket_id = d.ticket_id))
            """.replace("@told", TOLD);

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Change> changes = Change.in(events);
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        changes.forEach(change -> rows.add(change.row()));
        Tuple told = Tuple.of(rows.encode());
        return (changes.stream().anyMatch(Change::reassigned)
                        ? transaction.sql().preparedQuery(CLOCKS).execute(told).replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .chain(() -> transaction.sql().preparedQuery(FOLLOW).execute(told))
                .replaceWithVoid();
    }
}
