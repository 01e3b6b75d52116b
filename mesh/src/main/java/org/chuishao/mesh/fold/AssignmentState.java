package org.chuishao.mesh.fold;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One unit's assignment within a ticket.
 *
 * @param before where a suspension or return came from and goes back to
 * @param returnRefused this unit has used its one return
 * @param solved the unit's word on its result, not the citizen's
 * @param extension where its one extension stands; null while none was asked for
 * @param parent the assignment that it was handed down from
 */
public record AssignmentState(
        UUID id,
        int round,
        boolean lead,
        String unit,
        @Nullable String grid,
        @Nullable String worker,
        Phase phase,
        @Nullable Phase before,
        boolean returnRefused,
        boolean contacted,
        @Nullable Boolean solved,
        @Nullable Extension extension,
        @Nullable UUID parent) {

    /** What the unit has done so far; ENDED is when the ticket went on without it. */
    public enum Phase {
        PENDING_SIGN(State.PENDING_SIGN),
        IN_PROGRESS(State.IN_PROGRESS),
        RETURN_REVIEW(State.RETURN_REVIEW),
        SUSPENDED(State.SUSPENDED),
        RESOLVED(State.PENDING_REVIEW),
        ENDED(State.PENDING_DISPATCH);

        private final State ticket;

        Phase(State ticket) {
            this.ticket = ticket;
        }

        /** Where the ticket stands when its lead is in this phase. */
        State ticket() {
            return ticket;
        }
    }

    /** One extension (延期) an assignment; after a refusal it may be asked for again. */
    public enum Extension {
        REQUESTED,
        GRANTED,
        REFUSED
    }

    AssignmentState heldBy(@Nullable String otherGrid, @Nullable String other) {
        return new AssignmentState(
                id,
                round,
                lead,
                unit,
                otherGrid,
                other,
                phase,
                before,
                returnRefused,
                contacted,
                solved,
                extension,
                parent);
    }

    AssignmentState in(Phase next) {
        return new AssignmentState(
                id, round, lead, unit, grid, worker, next, null, returnRefused, contacted, solved, extension, parent);
    }

    /** Into a phase that it comes back from. */
    AssignmentState aside(Phase next) {
        return new AssignmentState(
                id, round, lead, unit, grid, worker, next, phase, returnRefused, contacted, solved, extension, parent);
    }

    AssignmentState back() {
        return in(before == null ? Phase.IN_PROGRESS : before);
    }

    /** A unit returns a ticket once: refused, or granted and it came back. */
    boolean returnUsed() {
        return returnRefused || (phase == Phase.ENDED && before == Phase.RETURN_REVIEW);
    }

    AssignmentState withReturnRefused() {
        return new AssignmentState(
                id, round, lead, unit, grid, worker, phase, before, true, contacted, solved, extension, parent);
    }

    AssignmentState withContact(boolean reached) {
        return new AssignmentState(
                id,
                round,
                lead,
                unit,
                grid,
                worker,
                phase,
                before,
                returnRefused,
                contacted || reached,
                solved,
                extension,
                parent);
    }

    AssignmentState withSolved(@Nullable Boolean word) {
        return new AssignmentState(
                id, round, lead, unit, grid, worker, phase, before, returnRefused, contacted, word, extension, parent);
    }

    AssignmentState withExtension(Extension next) {
        return new AssignmentState(
                id, round, lead, unit, grid, worker, phase, before, returnRefused, contacted, solved, next, parent);
    }
}
