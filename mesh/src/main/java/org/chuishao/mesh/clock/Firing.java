package org.chuishao.mesh.clock;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.mesh.event.DeadlineEvent;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineApproaching;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.log.Draft;
import org.jspecify.annotations.Nullable;

/**
 * One deadline that has come due, or whose yellow light has.
 *
 * @param seen how many of the ticket's events this service had read
 * @param stoppedAt when the act was done after all, late; null while it was not
 * @param missed false for the yellow light
 */
public record Firing(
        UUID id,
        UUID ticket,
        int round,
        @Nullable UUID assignment,
        String act,
        String region,
        @Nullable String unit,
        String rule,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant stoppedAt,
        int seen,
        boolean missed) {

    static Firing of(Row row, int seen) {
        Instant due = row.getOffsetDateTime("due_at").toInstant();
        OffsetDateTime stopped = row.getOffsetDateTime("stopped_at");
        return new Firing(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getInteger("round"),
                row.getUUID("assignment"),
                row.getString("act"),
                row.getString("region"),
                row.getString("unit"),
                row.getString("rule"),
                row.getOffsetDateTime("started_at").toInstant(),
                due,
                stopped == null ? null : stopped.toInstant(),
                seen,
                !due.isAfter(row.getOffsetDateTime("now").toInstant()));
    }

    /** What the row says from now on. */
    String state() {
        return missed ? "MISSED" : "APPROACHING";
    }

    /** When it fires next; a missed one does no more. */
    @Nullable
    Instant next() {
        return missed ? null : dueAt;
    }

    Draft said() {
        DeadlineEvent event = missed ? new DeadlineMissed(id, act, dueAt) : new DeadlineApproaching(id, act, dueAt);
        return new Draft(ticket, round, assignment, seen, event);
    }
}
