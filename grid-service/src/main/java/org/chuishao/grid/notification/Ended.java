package org.chuishao.grid.notification;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.NoticeEvent.Outcome;
import org.chuishao.mesh.event.NoticeEvent.TicketNotified;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A step that is over.
 *
 * @param worker whom it went to; null for the desk of {@code unit}
 */
record Ended(
        UUID id,
        UUID chain,
        int step,
        Notice notice,
        Addressee addressee,
        String unit,
        @Nullable String worker,
        Channel channel,
        Outcome outcome) {

    static Ended of(Row row) {
        OffsetDateTime due = row.getOffsetDateTime("due_at");
        Notice notice = new Notice(
                row.getUUID("cause"),
                Matter.valueOf(row.getString("matter")),
                row.getUUID("ticket_id"),
                row.getUUID("assignment"),
                row.getUUID("whistle_call"),
                row.getUUID("clock"),
                row.getString("number"),
                row.getString("category"),
                Severity.valueOf(row.getString("severity")),
                row.getString("region"),
                row.getString("act"),
                due == null ? null : due.toInstant(),
                row.getString("desk"),
                row.getString("holder"),
                row.getString("grid"),
                row.getString("role"));
        return new Ended(
                row.getUUID("id"),
                row.getUUID("chain"),
                row.getInteger("step"),
                notice,
                Addressee.valueOf(row.getString("addressee")),
                row.getString("unit"),
                row.getString("worker"),
                Channel.valueOf(row.getString("channel")),
                outcome(row.getString("receipt"), row.getOffsetDateTime("sent_at") != null));
    }

    /** A receipt says it, even one that came a moment after the time was over. */
    private static Outcome outcome(@Nullable String receipt, boolean sent) {
        if (receipt != null) {
            return Outcome.valueOf(receipt);
        }
        return sent ? Outcome.UNDELIVERED : Outcome.FAILED;
    }

    boolean delivered() {
        return outcome == Outcome.DELIVERED;
    }

    TicketNotified said() {
        return new TicketNotified(
                id, notice.matter(), unit, worker == null ? null : notice.role(), worker, channel, outcome, step);
    }
}
