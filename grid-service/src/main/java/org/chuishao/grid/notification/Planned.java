package org.chuishao.grid.notification;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.grid.notification.Ladder.Step;
import org.chuishao.mesh.calendar.Hours;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.TicketLock;
import org.jspecify.annotations.Nullable;

/** A step that is about to be taken. @param last none follows it, whatever becomes of it */
record Planned(UUID id, UUID chain, int number, Notice notice, Step step, boolean last) {

    JsonObject row(Instant now, Instant sendAt) {
        Notice it = notice;
        Hours quiet = Ladder.pressing(it.severity()) ? null : step.rule().quiet();
        return new JsonObject()
                .put("id", id.toString())
                .put("chain", chain.toString())
                .put("step", number)
                .put("cause", it.cause().toString())
                .put("matter", it.matter().name())
                .put("ticket_id", it.ticket().toString())
                .put("lock_key", TicketLock.key(it.ticket()))
                .put("assignment", text(it.assignment()))
                .put("whistle_call", text(it.call()))
                .put("clock", text(it.clock()))
                .put("number", it.number())
                .put("category", it.category())
                .put("severity", it.severity().name())
                .put("region", it.region())
                .put("act", it.act())
                .put("due_at", text(it.dueAt()))
                .put("desk", it.desk())
                .put("holder", it.holder())
                .put("grid", it.grid())
                .put("addressee", step.rung().as().name())
                .put("unit", step.rung().unit())
                .put("role", it.role())
                .put("worker", step.rung().worker())
                .put("channel", step.channel().name())
                .put("seconds", step.rule().seconds())
                .put("band", Ladder.pressing(it.severity()) ? 0 : 1)
                .put("persists", last && it.severity() != Severity.CRITICAL)
                .put("quiet_from", quiet == null ? null : quiet.from().toString())
                .put("quiet_to", quiet == null ? null : quiet.to().toString())
                .put("next_at", sendAt.toString())
                .put("created_at", now.toString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
