package org.chuishao.mesh.fold;

import java.util.UUID;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;

/** Whose turn it is on a {@link PlainTicket}, and the step by which that one brings it nearer to its end. */
final class Onward {

    private Onward() {}

    /** Null where nobody has the ticket, which is right only in a final state. */
    static String owner(PlainTicket ticket) {
        return switch (ticket.state) {
            case "RECEIVED", "PENDING_REVIEW", "PENDING_CALLBACK", "ANSWERED" -> "intake";
            case "NEEDS_INFO" -> "the citizen";
            case "TRANSFERRED" -> ticket.transfer == null ? null : "110";
            case "PENDING_DISPATCH" -> "a dispatcher";
            case "VERIFYING" -> "the grid";
            case "DISPUTED" -> "the conference";
            case "MERGED" -> ticket.parent == null ? null : "the parent's owner";
            case "PENDING_SIGN", "IN_PROGRESS", "RETURN_REVIEW", "SUSPENDED", "REWORK" -> ticket.leadUnit;
            default -> null;
        };
    }

    static Event next(PlainTicket ticket) {
        UUID lead = ticket.lead == null ? new UUID(8, ticket.units.size()) : ticket.lead;
        return Life.event(ticket.round, lead, step(ticket, lead));
    }

    private static EventData step(PlainTicket ticket, UUID lead) {
        return switch (ticket.state) {
            case "RECEIVED" -> Samples.of(EventType.TICKET_ACCEPTED);
            case "NEEDS_INFO" -> Samples.of(EventType.SUPPLEMENTED);
            case "TRANSFERRED" ->
                ticket.transfer.equals("ACCEPTED")
                        ? new Closed(Ground.TRANSFERRED)
                        : Samples.transferred(Receipt.SILENT);
            case "PENDING_DISPATCH" -> Samples.of(EventType.DISPATCHED);
            case "VERIFYING" -> Samples.of(EventType.PLACE_VERIFIED);
            case "PENDING_SIGN" ->
                ticket.lead == null
                        ? Samples.created(true, ticket.leadUnit, null)
                        : Samples.of(EventType.ASSIGNMENT_SIGNED);
            case "REWORK" -> Samples.created(true, ticket.leadUnit, null);
            case "IN_PROGRESS" -> Samples.of(EventType.ASSIGNMENT_RESOLVED);
            case "RETURN_REVIEW" -> Samples.adjudicated(lead, false);
            case "DISPUTED" -> Samples.of(EventType.LEAD_DESIGNATED);
            case "SUSPENDED" -> Samples.of(EventType.ASSIGNMENT_RESUMED);
            case "PENDING_REVIEW" -> Samples.reviewed(true);
            case "PENDING_CALLBACK", "ANSWERED", "MERGED" -> new Closed(Ground.EXPLAINED);
            default -> throw new IllegalStateException("no step in " + ticket.state);
        };
    }
}
