package org.chuishao.routing.returns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.ReturnRequested;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of the log says about returns.
 *
 * @param reopened an own decision came too late, and the return still waits
 * @param settled decided, or over because the ticket went on without the unit
 */
record ReturnNews(List<Asked> asked, List<UUID> reopened, List<Settled> settled) {

    private static final String LAPSED = "LAPSED";

    record Asked(
            UUID assignment, UUID ticket, String unit, String suggested, String leader, String basis, Instant at) {}

    record Settled(
            UUID assignment, String outcome, @Nullable String reason, Instant at) {}

    static ReturnNews of(List<ReadEvent> events) {
        ReturnNews news = new ReturnNews(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        events.forEach(news::add);
        return news;
    }

    private void add(ReadEvent read) {
        Event event = read.event();
        if (read.applied() && event.data() instanceof ReturnRequested it) {
            ask(event, it, read.after());
        } else if (!read.applied() && event.data() instanceof ReturnAdjudicated it) {
            if (waits(read.after(), it.assignment())) {
                reopened.add(it.assignment());
            }
        } else if (read.applied()) {
            settle(read);
        }
    }

    private void ask(Event event, ReturnRequested it, TicketState after) {
        UUID about = event.assignment();
        AssignmentState unit = about == null ? null : after.assignments().get(about);
        if (unit != null) {
            asked.add(new Asked(
                    unit.id(),
                    event.ticket(),
                    unit.unit(),
                    it.suggestedUnit(),
                    it.signedOffBy(),
                    it.basis().value(),
                    event.at()));
        }
    }

    private void settle(ReadEvent read) {
        read.before().assignments().forEach((id, before) -> {
            if (before.phase() == Phase.RETURN_REVIEW && !waits(read.after(), id)) {
                settled.add(settled(read.event(), id));
            }
        });
    }

    private static Settled settled(Event event, UUID id) {
        return event.data() instanceof ReturnAdjudicated it && it.assignment().equals(id)
                ? new Settled(
                        id, ReturnRequest.outcome(it.granted()), it.reason().value(), event.at())
                : new Settled(id, LAPSED, null, event.at());
    }

    private static boolean waits(TicketState ticket, UUID id) {
        AssignmentState unit = ticket.assignments().get(id);
        return unit != null && unit.phase() == Phase.RETURN_REVIEW;
    }
}
