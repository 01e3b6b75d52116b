package org.chuishao.analytics.facts;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Who does something about tickets whose facts have changed, in the reader's transaction. */
public interface FactFollower {

    /**
     * What a batch of the log has changed about a ticket.
     *
     * @param before as it was when the batch began; a ticket that was not known has no state yet
     * @param events those of it that counted, in order
     */
    record Change(TicketFact before, TicketFact after, List<ReadEvent> events) {

        /** How many of the ticket's events were read: what is said about it later has a higher number. */
        public int version() {
            return events.get(events.size() - 1).after().seen();
        }
    }

    Uni<Void> on(ReaderTransaction transaction, List<Change> changes);
}
