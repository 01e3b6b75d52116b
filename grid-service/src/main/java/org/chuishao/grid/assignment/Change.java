package org.chuishao.grid.assignment;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.ArrivedOnSite;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentReassigned;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the log made of an assignment.
 *
 * @param state null where the log has no such assignment: its creation came too late
 * @param at the instant of the last event that was of weight here
 * @param decided others moved it, or an own event came too late: it holds even while own events are pending
 * @param unsigned an own signature came too late
 * @param unarrived an own arrival came too late
 * @param reassigned own words on whose it is were read back; the log may have taken them or not
 */
record Change(
        UUID assignment,
        @Nullable AssignmentState state,
        @Nullable Severity severity,
        @Nullable String category,
        Instant at,
        boolean decided,
        boolean unsigned,
        boolean unarrived,
        boolean reassigned) {

    /**
     * What a batch changed, one for each assignment: the last word on it. With an own event come all parts of its ticket: it
     * may have been the pending one for whose sake another part was left as it was.
     */
    static List<Change> in(List<ReadEvent> events) {
        Map<UUID, Change> changes = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            Event event = read.event();
            boolean own = event.source() == Source.GRID;
            UUID about = event.assignment();
            if (own && about != null) {
                changes.merge(about, own(read, about), Change::then);
            }
            read.after().assignments().forEach((id, state) -> {
                if (own && !id.equals(about)) {
                    changes.merge(id, of(read, id, false, false, false, false), Change::then);
                } else if (!own && read.applied() && touched(read, id, state)) {
                    changes.merge(id, decided(read, id, state), Change::then);
                }
            });
        }
        return List.copyOf(changes.values());
    }

    private static boolean touched(ReadEvent read, UUID id, AssignmentState state) {
        TicketState before = read.before();
        TicketState after = read.after();
        return !state.equals(before.assignments().get(id))
                || before.severity() != after.severity()
                || !Objects.equals(before.category(), after.category());
    }

    private static Change own(ReadEvent read, UUID id) {
        boolean late = !read.applied();
        EventData data = read.event().data();
        return of(
                read,
                id,
                late,
                late && data instanceof AssignmentSigned,
                late && data instanceof ArrivedOnSite,
                data instanceof AssignmentReassigned);
    }

    private static Change decided(ReadEvent read, UUID id, AssignmentState state) {
        boolean moved = !state.equals(read.before().assignments().get(id));
        return of(read, id, moved, false, false, false);
    }

    private static Change of(
            ReadEvent read, UUID id, boolean decided, boolean unsigned, boolean unarrived, boolean reassigned) {
        TicketState ticket = read.after();
        return new Change(
                id,
                ticket.assignments().get(id),
                ticket.severity(),
                ticket.category(),
                read.event().at(),
                decided,
                unsigned,
                unarrived,
                reassigned);
    }

    private Change then(Change later) {
        return new Change(
                assignment,
                later.state,
                later.severity,
                later.category,
                later.at,
                decided || later.decided,
                unsigned || later.unsigned,
                unarrived || later.unarrived,
                reassigned || later.reassigned);
    }

    JsonObject row() {
        return new JsonObject()
                .put("id", assignment.toString())
                .put("phase", (state == null ? Phase.ENDED : state.phase()).name())
                .put("contacted", state != null && state.contacted())
                .put("solved", state == null ? null : state.solved())
                .put(
                        "extension",
                        state == null || state.extension() == null
                                ? null
                                : state.extension().name())
                .put("severity", severity == null ? null : severity.name())
                .put("category", category)
                .put("at", at.toString())
                .put("decided", decided)
                .put("unsigned", unsigned)
                .put("unarrived", unarrived)
                .put("reassigned", reassigned && state != null)
                .put("grid", state == null ? null : state.grid())
                .put("worker", state == null ? null : state.worker());
    }
}
