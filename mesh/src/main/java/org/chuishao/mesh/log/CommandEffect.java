package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.TicketState;

/** What follows at once from an event that a command writes, in the command's own (Panache) transaction. */
public interface CommandEffect {

    /** The ticket is locked. */
    Uni<Void> recorded(Event event, TicketState before, TicketState after);
}
