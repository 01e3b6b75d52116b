package org.chuishao.intake.merge;

import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/** What may be merged into what. The child's own state is the fold's to judge. */
final class MergeRules {

    private MergeRules() {}

    /**
     * For a merge that no person decides, who could have looked at the two.
     *
     * @return why not; null where it may
     */
    static @Nullable String whyNotUnseen(TicketState parent, TicketState child, boolean hasChildren) {
        if (!Fold.allowed(child.state()).contains(EventType.MERGED)) {
            return "it is in " + child.state() + ' ' + child.state().label() + ": it is not merged from there";
        }
        if (factsOnly(child)) {
            return "it is a report or secret: nobody is told whose matter it is";
        }
        return why(parent, hasChildren);
    }

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
        if (factsOnly(parent)) {
            return "the other ticket is a report or secret: its result would be told to another caller";
        }
        return hasChildren ? "others are merged into this ticket: they would be merged twice over" : null;
    }

    private static boolean factsOnly(TicketState ticket) {
        return Sight.factsOnly(ticket.kind() == null ? Kind.OTHER : ticket.kind(), ticket.secret());
    }
}
