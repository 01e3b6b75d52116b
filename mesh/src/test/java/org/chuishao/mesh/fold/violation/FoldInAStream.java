package org.chuishao.mesh.fold.violation;

import io.smallrye.mutiny.Uni;
import org.chuishao.mesh.fold.TicketState;

/** Breaks the rules on purpose: a fold that waits. */
public final class FoldInAStream {

    private FoldInAStream() {}

    static Uni<TicketState> later(TicketState state) {
        return Uni.createFrom().item(state);
    }
}
