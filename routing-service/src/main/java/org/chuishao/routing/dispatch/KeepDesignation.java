package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.scope.CurrentScope;

/** Puts a conference's word among the decisions about a ticket, in the command's own transaction. */
@ApplicationScoped
public class KeepDesignation {

    private final CurrentScope scope;
    private final Clock clock;

    KeepDesignation(CurrentScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** @param after the ticket as the designation leaves it */
    public Uni<Void> keep(RoutedTicket ticket, LeadDesignated designated, TicketState after) {
        return new Decision(ticket, designated, after, scope.get().subject(), clock.instant())
                .persist()
                .replaceWithVoid();
    }
}
