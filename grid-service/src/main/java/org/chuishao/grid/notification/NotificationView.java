package org.chuishao.grid.notification;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A message as the API shows it: one step of telling somebody.
 *
 * @param cause the event that it is about
 * @param addressee whom it goes to, in the order in which they are tried
 * @param worker absent for the desk of the unit
 * @param dueAt the limit that it names
 * @param notBefore when it is sent, or looked at again; absent when nothing is to be done any more
 * @param fault why the provider did not take it
 */
record NotificationView(
        UUID id,
        int step,
        UUID cause,
        Matter matter,
        UUID ticket,
        @Nullable UUID assignment,
        @Nullable String number,
        Severity severity,
        String region,
        @Nullable OffsetDateTime dueAt,
        Addressee addressee,
        String unit,
        @Nullable String role,
        @Nullable String worker,
        Channel channel,
        State state,
        int attempts,
        @Nullable String fault,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime notBefore,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime deliveredAt,
        @Nullable OffsetDateTime readAt,
        @Nullable OffsetDateTime endedAt) {

    /** How far it has come. */
    enum State {
        /** For its time, quiet hours to end, or another attempt. */
        WAITING,
        SENDING,
        /** With the provider, which has not said yet that it arrived. */
        SENT,
        DELIVERED,
        UNDELIVERED,
        FAILED,
        /** It was taken on, or went on without him, before it arrived. */
        MOOT
    }

    static NotificationView of(Row row) {
        return new NotificationView(
                row.getUUID("id"),
                row.getInteger("step"),
                row.getUUID("cause"),
                Matter.valueOf(row.getString("matter")),
                row.getUUID("ticket_id"),
                row.getUUID("assignment"),
                row.getString("number"),
                Severity.valueOf(row.getString("severity")),
                row.getString("region"),
                row.getOffsetDateTime("due_at"),
                Addressee.valueOf(row.getString("addressee")),
                row.getString("unit"),
                row.getString("role"),
                row.getString("worker"),
                Channel.valueOf(row.getString("channel")),
                State.valueOf(row.getString("state")),
                row.getInteger("attempts"),
                row.getString("fault"),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("next_at"),
                row.getOffsetDateTime("sent_at"),
                row.getOffsetDateTime("delivered_at"),
                row.getOffsetDateTime("read_at"),
                row.getOffsetDateTime("ended_at"));
    }
}
