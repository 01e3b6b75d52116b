package org.chuishao.mesh.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Step.Verdict;

/** A ticket's life, event by event; each has to count unless the test says that it comes too late. */
final class Life {

    private TicketState ticket;

    private Life(TicketState ticket) {
        this.ticket = ticket;
    }

    static Life begins() {
        return new Life(TicketState.unseen());
    }

    static Life of(TicketState ticket) {
        return new Life(ticket);
    }

    /** Up to the lead's work on it. */
    static Life inProgress() {
        return begins().then(EventType.TICKET_RECEIVED)
                .then(EventType.TICKET_ACCEPTED)
                .then(EventType.DISPATCHED)
                .then(EventType.ASSIGNMENT_CREATED)
                .then(EventType.ASSIGNMENT_SIGNED);
    }

    Life then(EventType type) {
        return then(Samples.of(type));
    }

    Life then(EventData data) {
        return then(Samples.LEAD, data);
    }

    Life then(UUID assignment, EventType type) {
        return then(assignment, Samples.of(type));
    }

    Life then(UUID assignment, EventData data) {
        Step step = Fold.apply(ticket, event(ticket.round(), assignment, data));
        assertThat(step.verdict()).as("%s: %s", EventType.of(data), step.why()).isEqualTo(Verdict.APPLIED);
        ticket = step.after();
        return this;
    }

    Life tooLate(EventType type) {
        return tooLate(ticket.round(), Samples.LEAD, Samples.of(type));
    }

    Life tooLate(int round, UUID assignment, EventData data) {
        Step step = Fold.apply(ticket, event(round, assignment, data));
        assertThat(step.verdict()).as("%s", EventType.of(data)).isEqualTo(Verdict.LATE);
        assertThat(step.why()).isNotBlank();
        ticket = step.after();
        return this;
    }

    Life stands(State state) {
        assertThat(ticket.state()).isEqualTo(state);
        return this;
    }

    TicketState ticket() {
        return ticket;
    }

    AssignmentState assignment(UUID id) {
        return ticket.assignments().get(id);
    }

    static Event event(int round, UUID assignment, EventData data) {
        return new Event(
                UUID.randomUUID(),
                Samples.TICKET,
                Source.INTAKE,
                Instant.EPOCH,
                round,
                assignment,
                0,
                Actor.service(Source.INTAKE),
                data);
    }
}
