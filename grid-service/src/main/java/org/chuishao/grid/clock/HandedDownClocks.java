package org.chuishao.grid.clock;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.CommandClocks;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.clock.Standing;
import org.chuishao.mesh.clock.StopClocks;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/** Starts the clocks of what is handed down, with the command that hands it down: none of them ends after the unit's above. */
@ApplicationScoped
class HandedDownClocks {

    private static final String LINE = "select line from unit where id = ?1 and line is not null";

    private final CommandClocks clocks;
    private final StopClocks stop;
    private final Rulebook rulebook;

    HandedDownClocks(CommandClocks clocks, StopClocks stop, Rulebook rulebook) {
        this.clocks = clocks;
        this.stop = stop;
        this.rulebook = rulebook;
    }

    Uni<Void> start(Event event, UUID part, UUID parent, AssignmentCreated created, TicketState after) {
        return line(created.unit())
                .chain(line -> clocks.living(event.ticket(), parent)
                        .map(above -> clocks(event, part, created, after, line, above)))
                .chain(started -> clocks.arm(after, started))
                .replaceWithVoid();
    }

    /** Nobody waits any more for what was handed down from a part that is done. */
    Uni<Void> stop(Event event, UUID part, TicketState after) {
        Uni<Void> stopped = Uni.createFrom().voidItem();
        for (UUID below : Below.of(after.assignments(), part)) {
            stopped = stopped.chain(() -> stop.of(event.ticket(), below, PartActs.ALL));
        }
        return stopped;
    }

    private List<Deadline> clocks(
            Event event,
            UUID part,
            AssignmentCreated created,
            TicketState after,
            @Nullable String line,
            List<Standing> above) {
        Severity severity = after.severity() == null ? Severity.ORDINARY : after.severity();
        Clocked whose = new Clocked(
                event.ticket(),
                after.round(),
                part,
                created.region(),
                created.unit(),
                created.worker(),
                severity,
                after.category(),
                after.seen());
        Optional<Instant> last = above.stream()
                .filter(it -> Act.valueOf(it.act()) == Act.RESOLVE && it.dueAt().isAfter(event.at()))
                .map(Standing::dueAt)
                .findFirst();
        List<Deadline> own = new ClockSetting(rulebook.counting()).of(whose, line, event.at());
        return last.map(end -> own.stream()
                        .map(it -> it.notAfter(end, rulebook.calendar()))
                        .toList())
                .orElse(own);
    }

    private static Uni<@Nullable String> line(String unit) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LINE, String.class)
                .setParameter(1, unit)
                .getSingleResultOrNull());
    }
}
