package org.chuishao.mesh.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute (矛盾纠纷) that is settled in the grid, or sent on. Who the parties are and what they said and agreed stays with
 * grid; the log tells the steps, in words that the rules say. None of these moves the ticket's state, and none comes too
 * late: people go on talking, and are visited again, when the ticket is long closed, or archived.
 */
public sealed interface MediationEvent extends EventData {

    /** The act of the clock that an agreement is revisited by, as the log names it. */
    String REVISIT = "MEDIATION_REVISIT";

    /** Why it is told above that nobody has revisited one in time. */
    String NOT_REVISITED = "NOT_REVISITED";

    /** How a mediation ended: 达成协议、调解不成. */
    enum MediationOutcome {
        AGREED,
        FAILED
    }

    /** Where a dispute goes on that the grid does not settle. */
    enum Route {
        JUSTICE_OFFICE("司法所"),
        PETITION_OFFICE("信访部门"),
        PEOPLES_COURT("人民法院"),
        PEOPLES_MEDIATION_COMMITTEE("人民调解委员会");

        private final String label;

        Route(String label) {
            this.label = label;
        }

        /** The field's own word. */
        public String label() {
            return label;
        }
    }

    UUID mediation();

    /** What the step was, for people, without a word of the parties'. */
    String words();

    /**
     * @param mediator opaque id of the worker
     * @param parties how many, at least two
     */
    record MediationOpened(UUID mediation, String mediator, int parties, String words) implements MediationEvent {}

    /** @param session from 1 */
    record MediationSessionHeld(UUID mediation, int session, String words) implements MediationEvent {}

    /** @param route of what failed */
    record MediationEnded(
            UUID mediation,
            MediationOutcome outcome,
            @Nullable Route route,
            String words) implements MediationEvent {}

    /** @param route of what was not kept and goes elsewhere; null where it is kept, or talked over again */
    record MediationRevisited(
            UUID mediation, boolean kept, @Nullable Route route, String words) implements MediationEvent {}
}
