package org.chuishao.intake.callback;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.CommandEffect;

/** Keeps each call back with the event that says so. */
@ApplicationScoped
class KeepCallbacks implements CommandEffect {

    private final Callbacks callbacks;

    KeepCallbacks(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public Uni<Void> recorded(Event event, TicketState before, TicketState after) {
        return event.data() instanceof CalledBack call
                ? callbacks.persist(new Callback(event, call)).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
