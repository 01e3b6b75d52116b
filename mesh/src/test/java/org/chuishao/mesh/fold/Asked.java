package org.chuishao.mesh.fold;

import static org.chuishao.mesh.fold.AssignmentState.Extension.GRANTED;
import static org.chuishao.mesh.fold.AssignmentState.Extension.REQUESTED;
import static org.chuishao.mesh.fold.Samples.LEAD;
import static org.chuishao.mesh.fold.Samples.NEW;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.Step.Verdict;

/** The event that a row of the table names, and what has to be so of the ticket beforehand. */
record Asked(EventData data, UUID assignment, Consumer<TicketEdit> before) {

    static Asked of(String row) {
        return switch (row) {
            case "ticket.info-requested of-danger", "ticket.verification-requested of-danger" ->
                plain(row).on(ticket -> ticket.severity = Severity.CRITICAL);
            case "grid.reported solved-on-spot" -> saying(Samples.gridReported(true));
            case "ticket.transferred accepted" -> receipt(Receipt.ACCEPTED).on(waiting());
            case "ticket.transferred refused" -> receipt(Receipt.REFUSED).on(waiting());
            case "ticket.transferred silent" -> receipt(Receipt.SILENT).on(waiting());
            case "ticket.transferred silent-unasked" -> receipt(Receipt.SILENT).on(ticket -> ticket.transfer = null);
            case "ticket.merged into-itself" -> saying(new Merged(Samples.TICKET, Samples.WORDS));
            case "ticket.reviewed not-passed" -> saying(Samples.reviewed(false));
            case "ticket.rework-ordered", "ticket.reopened" -> plain(row);
            case "ticket.rework-ordered round-3" -> saying(new ReworkOrdered(3, "unsolved"));
            case "ticket.closed solved" -> saying(new Closed(Ground.SOLVED));
            case "ticket.closed solved-against-citizen" ->
                saying(new Closed(Ground.SOLVED)).on(ticket -> ticket.citizenSolved = false);
            case "ticket.closed incomplete" -> saying(new Closed(Ground.INCOMPLETE));
            case "ticket.closed transferred" ->
                saying(new Closed(Ground.TRANSFERRED)).on(ticket -> ticket.transfer = Receipt.ACCEPTED);
            case "ticket.closed transferred-unconfirmed" ->
                saying(new Closed(Ground.TRANSFERRED)).on(waiting());
            case "ticket.dispatched critical" -> saying(Samples.dispatched(Samples.UNIT, Severity.CRITICAL));
            case "ticket.return-adjudicated refused" -> saying(Samples.adjudicated(LEAD, false));
            case "ticket.disputed of-designated", "assignment.return-requested of-designated" ->
                plain(row).on(ticket -> ticket.returnBarred = true);
            case "assignment.created" -> plain(row).about(NEW);
            case "assignment.created first-lead" -> plain(row).about(NEW).on(ticket -> ticket.lead = null);
            case "assignment.created of-another-unit" ->
                saying(Samples.created(true, Samples.OTHER_UNIT, null))
                        .about(NEW)
                        .on(ticket -> ticket.lead = null);
            case "assignment.created assisting" ->
                saying(Samples.created(false, Samples.ASSISTING_UNIT, null)).about(NEW);
            case "assignment.created handed-down" ->
                saying(Samples.created(false, Samples.UNIT, LEAD)).about(NEW);
            case "assignment.reassigned assisting" -> plain(row).about(NEW).on(Asked::assisting);
            case "assignment.reassigned over" -> plain(row).on(lead(it -> it.in(Phase.ENDED)));
            case "assignment.return-requested again" -> plain(row).on(lead(AssignmentState::withReturnRefused));
            case "assignment.extension-requested again" -> plain(row).on(lead(it -> it.withExtension(GRANTED)));
            case "assignment.extension-granted", "assignment.extension-refused" ->
                plain(row).on(lead(it -> it.withExtension(REQUESTED)));
            case "assignment.extension-granted unasked" -> plain(row);
            case "deadline.armed of-a-revisit",
                    "deadline.approaching of-a-revisit",
                    "deadline.missed of-a-revisit",
                    "deadline.annulled of-a-revisit" -> saying(Samples.ofRevisit(type(row.split(" ")[0])));
            case "ticket.escalated not-revisited" -> saying(Samples.notRevisited());
            default -> exactly(row);
        };
    }

    TicketState given(TicketState ticket) {
        TicketEdit edit = new TicketEdit(ticket);
        before.accept(edit);
        return edit.after(Verdict.APPLIED);
    }

    /** The sample of the type that the row's first word names. */
    private static Asked plain(String row) {
        return exactly(row.split(" ")[0]);
    }

    private static Asked exactly(String name) {
        return saying(Samples.of(type(name)));
    }

    private static EventType type(String name) {
        return Arrays.stream(EventType.values())
                .filter(it -> it.shortName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown row: " + name));
    }

    private static Asked saying(EventData data) {
        return new Asked(data, LEAD, ticket -> {});
    }

    private static Asked receipt(Receipt receipt) {
        return saying(Samples.transferred(receipt));
    }

    private Asked about(UUID other) {
        return new Asked(data, other, before);
    }

    private Asked on(Consumer<TicketEdit> change) {
        return new Asked(data, assignment, change);
    }

    /** Another unit of the same round has a part that is open. */
    private static void assisting(TicketEdit ticket) {
        AssignmentState part = new AssignmentState(
                NEW,
                ticket.round,
                false,
                Samples.ASSISTING_UNIT,
                null,
                null,
                Phase.IN_PROGRESS,
                null,
                false,
                false,
                null,
                null,
                null);
        ticket.assignments.put(NEW, part);
    }

    private static Consumer<TicketEdit> waiting() {
        return ticket -> ticket.transfer = Receipt.REQUESTED;
    }

    private static Consumer<TicketEdit> lead(UnaryOperator<AssignmentState> change) {
        return ticket -> ticket.assignments.computeIfPresent(LEAD, (id, it) -> change.apply(it));
    }
}
