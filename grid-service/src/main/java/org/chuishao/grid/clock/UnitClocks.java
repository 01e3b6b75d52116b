package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.ClockMove;
import org.chuishao.mesh.clock.CommandClocks;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.clock.Standing;
import org.chuishao.mesh.clock.StopClocks;
import org.chuishao.mesh.event.AssignmentEvent;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResumed;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSuspended;
import org.chuishao.mesh.event.AssignmentEvent.CitizenContacted;
import org.chuishao.mesh.event.AssignmentEvent.ExtensionGranted;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.CommandEffect;

/** What a command does to the clocks of the part that it is about, with its own commit. */
@ApplicationScoped
class UnitClocks implements CommandEffect {

    private final CommandClocks clocks;
    private final StopClocks stop;
    private final HandedDownClocks handedDown;
    private final Rulebook rulebook;

    UnitClocks(CommandClocks clocks, StopClocks stop, HandedDownClocks handedDown, Rulebook rulebook) {
        this.clocks = clocks;
        this.stop = stop;
        this.handedDown = handedDown;
        this.rulebook = rulebook;
    }

    @Override
    public Uni<Void> recorded(Event event, TicketState before, TicketState after) {
        UUID part = event.assignment();
        if (part == null || !(event.data() instanceof AssignmentEvent act)) {
            return Uni.createFrom().voidItem();
        }
        return stop.of(event.ticket(), part, DoneActs.by(act)).chain(() -> moved(event, part, after));
    }

    private Uni<Void> moved(Event event, UUID part, TicketState after) {
        if (event.data() instanceof AssignmentSuspended suspended) {
            return living(event, part)
                    .chain(them -> clocks.move(after, paused(them, event)))
                    .chain(state -> clocks.arm(state, SuspensionClock.of(event, suspended, state, rulebook.calendar())))
                    .replaceWithVoid();
        }
        if (event.data() instanceof AssignmentResumed) {
            return living(event, part)
                    .chain(them -> clocks.move(after, resumed(them, event)))
                    .replaceWithVoid();
        }
        if (event.data() instanceof ExtensionGranted granted) {
            return living(event, part)
                    .chain(them -> clocks.move(after, extended(them, event, granted)))
                    .replaceWithVoid();
        }
        if (event.data() instanceof AssignmentCreated created && created.parent() != null) {
            return handedDown.start(event, part, created.parent(), created, after);
        }
        if (event.data() instanceof CitizenContacted contact && contact.reached()) {
            return again(event, part, after);
        }
        return event.data() instanceof AssignmentResolved
                ? handedDown.stop(event, part, after)
                : Uni.createFrom().voidItem();
    }

    private Uni<List<Standing>> living(Event event, UUID part) {
        return clocks.living(event.ticket(), part);
    }

    /** One that is over already is left to be told as missed. */
    private List<ClockMove> paused(List<Standing> living, Event event) {
        return living.stream()
                .filter(it -> !it.paused() && rulebook.rules().stopped().contains(it.rule()))
                .filter(it -> !it.dueAt().isBefore(event.at()))
                .map(it -> ClockMove.paused(it, event.at()))
                .toList();
    }

    private List<ClockMove> resumed(List<Standing> living, Event event) {
        return living.stream()
                .filter(Standing::paused)
                .map(it -> ClockMove.resumed(it, event.at(), rulebook.calendar()))
                .toList();
    }

    private List<ClockMove> extended(List<Standing> living, Event event, ExtensionGranted granted) {
        return living.stream()
                .filter(it -> Act.valueOf(it.act()) == Act.RESOLVE)
                .map(it -> ClockMove.extended(it, granted.until(), event.at(), rulebook.calendar()))
                .toList();
    }

    /** Whom something was promised is contacted every month (承诺办理). */
    private Uni<Void> again(Event event, UUID part, TicketState after) {
        AssignmentState state = after.assignments().get(part);
        if (state == null || after.severity() != Severity.PROMISED) {
            return Uni.createFrom().voidItem();
        }
        List<Deadline> next =
                rulebook.counting().of(Act.CONTACT, Whose.of(event.ticket(), after, state), event.at()).stream()
                        .toList();
        return clocks.arm(after, next).replaceWithVoid();
    }
}
