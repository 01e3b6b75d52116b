package org.chuishao.grid.clock;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent;
import org.chuishao.mesh.event.AssignmentEvent.ArrivedOnSite;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * A unit's part as a batch of the log leaves it.
 *
 * @param before its phase before the batch; null where it was not there
 * @param after the ticket after the batch
 * @param at the instant of the last event that was about it
 * @param refusedAt the instant of the first own act that the log did not take; null if it took all
 * @param unarrived an own arrival was among them
 */
record PartRead(
        UUID ticket,
        UUID id,
        @Nullable Phase before,
        TicketState after,
        Instant at,
        @Nullable Instant refusedAt,
        boolean unarrived) {

    /** What a batch said of parts, one for each that it touched. */
    static List<PartRead> in(List<ReadEvent> events) {
        Map<UUID, PartRead> parts = new LinkedHashMap<>();
        Map<UUID, TicketState> last = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            last.put(read.event().ticket(), read.after());
            UUID about = own(read) ? read.event().assignment() : null;
            if (about != null) {
                touch(parts, read, about, !read.applied());
            }
            read.after().assignments().forEach((id, now) -> {
                AssignmentState then = read.before().assignments().get(id);
                if (!id.equals(about) && then != null && then.phase() != now.phase()) {
                    touch(parts, read, id, false);
                }
            });
        }
        return parts.values().stream()
                .map(it -> it.with(Objects.requireNonNull(last.get(it.ticket))))
                .toList();
    }

    /** With what was handed down from it, which hangs on it. */
    private static void touch(Map<UUID, PartRead> parts, ReadEvent read, UUID id, boolean refused) {
        parts.merge(id, of(read, id, refused), PartRead::then);
        Below.of(read.after().assignments(), id)
                .forEach(below -> parts.merge(below, of(read, below, false), PartRead::then));
    }

    private static boolean own(ReadEvent read) {
        return read.event().source() == Source.GRID
                && read.event().data() instanceof AssignmentEvent data
                && !(data instanceof TicketEscalated)
                && !(data instanceof TicketSupervised);
    }

    private static PartRead of(ReadEvent read, UUID id, boolean refused) {
        AssignmentState then = read.before().assignments().get(id);
        return new PartRead(
                read.event().ticket(),
                id,
                then == null ? null : then.phase(),
                read.after(),
                read.event().at(),
                refused ? read.event().at() : null,
                refused && read.event().data() instanceof ArrivedOnSite);
    }

    private PartRead then(PartRead later) {
        return new PartRead(
                ticket,
                id,
                before,
                later.after,
                later.at,
                refusedAt == null ? later.refusedAt : refusedAt,
                unarrived || later.unarrived);
    }

    private PartRead with(TicketState last) {
        return new PartRead(ticket, id, before, last, at, refusedAt, unarrived);
    }

    boolean over() {
        return Below.over(after.assignments(), id);
    }

    AssignmentState now() {
        return Objects.requireNonNull(after.assignments().get(id));
    }

    boolean suspended() {
        return now().phase() == Phase.SUSPENDED;
    }

    /** A suspension that the log took ended in this batch. */
    boolean resumed() {
        return before == Phase.SUSPENDED && !suspended() && refusedAt == null;
    }
}
