package org.chuishao.mesh.fold;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * When an event of one type counts, and what it does then.
 *
 * @param in the states it counts in; for an assignment's event, as the lead's
 * @param phases of the assignment that it is about; empty for an event that is about the ticket alone
 * @param ofRound one of another round is late; what is only noted belongs to no round
 */
record Rule<D extends EventData>(
        Class<D> data, Set<State> in, Set<Phase> phases, boolean ofRound, Guard<D> guard, Change<D> change) {

    /** Says why an event does not count although its state fits; null if it does. */
    interface Guard<D> {
        @Nullable
        String why(TicketEdit ticket, Event event, D data);
    }

    /** What an event that counts does. */
    interface Change<D> {
        void make(TicketEdit ticket, Event event, D data);
    }

    /** What an event does to the assignment that it is about. */
    interface AssignmentChange<D> {
        void make(TicketEdit ticket, AssignmentState assignment, D data);
    }

    /** An event that moves the ticket or belongs to a round of its handling. */
    static <D extends EventData> Rule<D> in(Set<State> states, Class<D> data, Change<D> change) {
        return new Rule<>(data, states, Set.of(), true, (ticket, event, it) -> null, change);
    }

    /** An event that is noted, whatever the round. */
    static <D extends EventData> Rule<D> noted(Set<State> states, Class<D> data, Change<D> change) {
        return new Rule<>(data, states, Set.of(), false, (ticket, event, it) -> null, change);
    }

    /** An event of an assignment in one of the phases; the ticket's state follows if it is the lead's. */
    static <D extends EventData> Rule<D> phase(Set<Phase> phases, Class<D> data, AssignmentChange<D> change) {
        Set<State> asLead = phases.stream().map(Phase::ticket).collect(toCollection(() -> EnumSet.noneOf(State.class)));
        return new Rule<>(data, asLead, phases, true, (ticket, event, it) -> null, (ticket, event, it) -> {
            AssignmentState assignment = about(ticket, event);
            if (assignment != null) {
                change.make(ticket, assignment, it);
            }
        });
    }

    Rule<D> unless(Guard<D> other) {
        return new Rule<>(data, in, phases, ofRound, other, change);
    }

    void make(TicketEdit ticket, Event event) {
        change.make(ticket, event, data.cast(event.data()));
    }

    /** Why the event comes too late; null if it counts. */
    @Nullable
    String lateness(TicketEdit ticket, Event event) {
        if (ofRound && event.round() != ticket.round) {
            return "of round " + event.round() + ", the ticket is in round " + ticket.round;
        }
        String why = phases.isEmpty() ? outOfState(ticket) : outOfPhase(ticket, event);
        return why == null ? guard.why(ticket, event, data.cast(event.data())) : why;
    }

    private @Nullable String outOfState(TicketEdit ticket) {
        return in.contains(ticket.state) ? null : "not in " + ticket.state + ' ' + ticket.state.label();
    }

    private @Nullable String outOfPhase(TicketEdit ticket, Event event) {
        AssignmentState assignment = about(ticket, event);
        if (assignment == null) {
            return "no such assignment";
        }
        if (assignment.round() != ticket.round) {
            return "the assignment was of round " + assignment.round();
        }
        if (!phases.contains(assignment.phase())) {
            return "not while the assignment is in " + assignment.phase();
        }
        boolean fits = assignment.id().equals(ticket.lead)
                ? assignment.phase().ticket() == ticket.state
                : States.HANDLING.contains(ticket.state);
        return fits ? null : "not in " + ticket.state + ' ' + ticket.state.label();
    }

    /** The assignment that an event is about, as the ticket knows it. */
    static @Nullable AssignmentState about(TicketEdit ticket, Event event) {
        UUID id = event.data() instanceof ReturnAdjudicated adjudicated ? adjudicated.assignment() : event.assignment();
        return id == null ? null : ticket.assignments.get(id);
    }

    static Set<Phase> phases(Phase first, Phase... more) {
        Set<Phase> phases = EnumSet.of(first);
        phases.addAll(Arrays.asList(more));
        return phases;
    }
}
