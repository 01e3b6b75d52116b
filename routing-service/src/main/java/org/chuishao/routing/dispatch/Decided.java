package org.chuishao.routing.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.routing.catalogue.Conflict;
import org.chuishao.routing.classify.Assessment;
import org.chuishao.routing.classify.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * One ticket's decision by the rules, with what it rests on.
 *
 * @param meaning of its words, where a model has read them
 */
record Decided(
        ReadEvent cause,
        Assessment assessment,
        Outcome outcome,
        @Nullable Conflict conflict,
        @Nullable Meaning meaning) {

    /** More pressing than the ticket is known to be. */
    boolean graver() {
        Severity known = cause.after().severity();
        return known == null || Urgency.rank(assessment.severity()) < Urgency.rank(known);
    }

    Draft classified() {
        return Draft.after(
                cause,
                null,
                new TicketClassified(
                        assessment.severity(),
                        assessment.category(),
                        assessment.confidence(),
                        assessment.model(),
                        assessment.region(),
                        assessment.evidence(),
                        meaning));
    }

    /** The classification, and the dispatch if there is one: the events that go on the log. */
    List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>(2);
        drafts.add(classified());
        if (outcome instanceof Outcome.Dispatch dispatch) {
            TicketDispatched dispatched = new TicketDispatched(
                    dispatch.lead(),
                    dispatch.assisting(),
                    dispatch.copies(),
                    assessment.region(),
                    assessment.severity(),
                    assessment.category(),
                    Mode.AUTO,
                    dispatch.basis(),
                    null);
            drafts.add(Draft.after(cause, null, dispatched).then(1));
        }
        return drafts;
    }

    /** What waits for a dispatcher, by what was found just now. */
    Clocked clocked() {
        TicketState ticket = cause.after();
        return new Clocked(
                cause.event().ticket(),
                ticket.round(),
                null,
                assessment.region(),
                null,
                null,
                assessment.severity(),
                assessment.category(),
                basedOn() + 1);
    }

    /** By which the decision is found again when its last event is read back. */
    int basedOn() {
        List<Draft> drafts = drafts();
        return drafts.get(drafts.size() - 1).basedOn();
    }
}
