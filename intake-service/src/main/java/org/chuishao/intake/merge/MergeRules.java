package org.chuishao.intake.merge;

import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/** What may be merged into what. The child's own state is the fold's to judge. */
final class MergeRules {

    private MergeRules() {}

    /**
     * @param hasChildren others are merged into the one that is to be merged
     * @return why not; null where it may
     */
    static @Nullable String why(TicketState parent, boolean hasChildren) {
        if (parent.state() == State.MERGED) {
            return "the other ticket is merged itself: merge into the one that it was merged into";
        }
        if (parent.state().settled() || parent.state() == State.ANSWERED || parent.state() == State.UNSEEN) {
            return "the other ticket is in " + parent.state() + ' '
                    + parent.state().label() + ": it takes none in any more";
        }
        if (Sight.factsOnly(parent.kind() == null ? Kind.OTHER : parent.kind(), parent.secret())) {
            return "the other ticket is a report or secret: its result would be told to another caller";
        }
        return hasChildren ? "others are merged into this ticket: they would be merged twice over" : null;
    }
}
