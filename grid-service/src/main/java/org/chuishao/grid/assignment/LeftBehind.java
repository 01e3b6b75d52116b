package org.chuishao.grid.assignment;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.grid.member.Holder;
import org.chuishao.grid.member.PlacementRequest;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentReassigned;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * An assignment in the hands of somebody who works there no more.
 *
 * @param place where it lies: a grid, or the smallest place known
 * @param unit whose part it is
 */
record LeftBehind(UUID id, UUID ticket, String place, String unit, String worker) {

    private static final String NOBODY = "nobody of the unit's is there any more, so the unit's desk (单位值班)";
    private static final String LEFT_GRID = "LEFT_GRID";

    static LeftBehind of(Row row) {
        return new LeftBehind(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("region"),
                row.getString("unit"),
                row.getString("worker"));
    }

    /** The log would take it: something is still owed, and this part is not over. */
    boolean canChangeHands(TicketState ticket) {
        AssignmentState part = ticket.assignments().get(id);
        return Fold.allowed(ticket.state()).contains(EventType.ASSIGNMENT_REASSIGNED)
                && part != null
                && part.round() == ticket.round()
                && part.phase() != Phase.ENDED;
    }

    /** As for a new one. */
    Optional<PlacementRequest> request(boolean ownPeople, Instant at) {
        return WhoIsThere.of(id, unit, place, ownPeople, at, ticket);
    }

    AssignmentReassigned reassigned(@Nullable Holder to) {
        return to == null
                ? new AssignmentReassigned(null, null, null, LEFT_GRID, NOBODY)
                : new AssignmentReassigned(to.grid(), to.role().name(), to.workerId(), LEFT_GRID, to.reason());
    }

    JsonObject row(AssignmentReassigned to) {
        return new JsonObject()
                .put("id", id.toString())
                .put("grid", to.grid())
                .put("role", to.role())
                .put("worker", to.worker())
                .put("reason", to.reason());
    }
}
