package org.chuishao.grid.assignment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.member.Holder;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Draft;
import org.jspecify.annotations.Nullable;

/**
 * One unit's part of an opening.
 *
 * @param place its place among the parts: the lead is 0
 * @param holder who has it in a grid; null where it lies with the unit's desk
 */
record NewAssignment(
        UUID id, Opening opening, int place, @Nullable Holder holder) {

    private static final String DESK = "the unit's desk (单位值班)";
    private static final String NO_HOLDER = "nobody holds the role there, so the unit's desk (单位值班)";

    String unit() {
        return opening.units().get(place);
    }

    private boolean lead() {
        return place == 0;
    }

    private String region() {
        return holder == null ? opening.region() : holder.place();
    }

    private String reason() {
        if (holder != null) {
            return holder.reason();
        }
        return TerritorialUnit.of(unit()).isPresent() ? NO_HOLDER : DESK;
    }

    Draft draft() {
        AssignmentCreated created = new AssignmentCreated(
                lead(),
                unit(),
                region(),
                holder == null ? null : holder.grid(),
                holder == null ? null : holder.role().name(),
                holder == null ? null : holder.workerId(),
                null,
                reason());
        return Draft.after(opening.last(), id, created).then(place);
    }

    /** The clocks begin after all parts are given out. */
    Clocked clocked() {
        TicketState ticket = opening.last().after();
        return new Clocked(
                opening.last().event().ticket(),
                ticket.round(),
                id,
                region(),
                unit(),
                holder == null ? null : holder.workerId(),
                ticket.severity() == null ? Severity.ORDINARY : ticket.severity(),
                ticket.category(),
                ticket.seen() + opening.units().size());
    }

    JsonObject row(Instant at) {
        TicketState ticket = opening.last().after();
        return new JsonObject()
                .put("id", id.toString())
                .put("ticket_id", opening.last().event().ticket().toString())
                .put("number", ticket.number())
                .put("lead", lead())
                .put("unit", unit())
                .put("region", region())
                .put("grid", holder == null ? null : holder.grid())
                .put("role", holder == null ? null : holder.role().name())
                .put("worker", holder == null ? null : holder.workerId())
                .put("reason", reason())
                .put("round", ticket.round())
                .put("severity", (ticket.severity() == null ? Severity.ORDINARY : ticket.severity()).name())
                .put("category", ticket.category())
                .put("copies", new JsonArray(List.copyOf(ticket.copies())))
                .put("created_at", at.toString());
    }
}
