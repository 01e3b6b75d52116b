package org.chuishao.mesh.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a unit's assignment, and what grid decides about the ticket above it. What was done without a network
 * says when ({@code capturedAt}, by the phone's clock); it counts from when it was received all the same.
 */
public sealed interface AssignmentEvent extends EventData {

    /** When a phone that kept it for a while says that it was done; null where it was told at once. */
    default @Nullable Instant capturedAt() {
        return null;
    }

    /**
     * A unit, and in a grid the holder of a role, has the matter.
     *
     * @param lead 主办; otherwise 协办
     * @param worker opaque id of who holds the role now; null while only the unit's desk has it
     * @param parent the assignment it was handed down from
     * @param reason why this role holder among equals, by the rule that chose
     */
    record AssignmentCreated(
            boolean lead,
            String unit,
            String region,
            @Nullable String grid,
            @Nullable String role,
            @Nullable String worker,
            @Nullable UUID parent,
            String reason)
            implements AssignmentEvent {}

    record AssignmentSigned(@Nullable Instant capturedAt) implements AssignmentEvent {

        public AssignmentSigned() {
            this(null);
        }
    }

    /** The citizen was contacted first (先行联系), or it was tried. */
    record CitizenContacted(
            boolean reached,
            @Nullable Sealed note,
            @Nullable Instant capturedAt) implements AssignmentEvent {

        public CitizenContacted(boolean reached, @Nullable Sealed note) {
            this(reached, note, null);
        }
    }

    /** @param proof {@code POSITION} within the fence, the {@code CODE} shown on site, or the reference of a picture */
    record ArrivedOnSite(String proof, @Nullable Instant capturedAt) implements AssignmentEvent {

        public ArrivedOnSite(String proof) {
            this(proof, null);
        }
    }

    record ProgressReported(
            Sealed note, List<String> evidence, @Nullable Instant capturedAt) implements AssignmentEvent {

        public ProgressReported(Sealed note, List<String> evidence) {
            this(note, evidence, null);
        }
    }

    /** What a grid worker found when asked to verify. */
    record PlaceVerified(
            boolean confirmed,
            String region,
            @Nullable Sealed note,
            List<String> evidence,
            @Nullable Instant capturedAt)
            implements AssignmentEvent {

        public PlaceVerified(boolean confirmed, String region, @Nullable Sealed note, List<String> evidence) {
            this(confirmed, region, note, evidence, null);
        }
    }

    /** @param signedOffBy opaque id of the unit's leader */
    record ReturnRequested(Sealed basis, String suggestedUnit, String signedOffBy) implements AssignmentEvent {}

    record ExtensionRequested(Instant until, Sealed reason) implements AssignmentEvent {}

    /** @param grantedBy opaque id of who granted it */
    record ExtensionGranted(Instant until, String grantedBy) implements AssignmentEvent {}

    record ExtensionRefused(Sealed reason) implements AssignmentEvent {}

    /** @param cause a code: the objective cause that stops the unit's clock */
    record AssignmentSuspended(String cause, Instant reviewAt) implements AssignmentEvent {}

    /** @param cause a code */
    record AssignmentResumed(String cause) implements AssignmentEvent {}

    /**
     * Whoever had it works there no more, and somebody else of the same unit has it now; where it stands does not change.
     *
     * @param worker opaque id of who holds the role now; null while only the unit's desk has it
     * @param cause a code
     * @param reason why this role holder, by the rule that chose
     */
    record AssignmentReassigned(
            @Nullable String grid,
            @Nullable String role,
            @Nullable String worker,
            String cause,
            String reason) implements AssignmentEvent {}

    /** The unit's result; {@code solved} is the unit's word, not the citizen's. */
    record AssignmentResolved(
            boolean solved,
            Sealed result,
            List<String> evidence,
            @Nullable Instant capturedAt) implements AssignmentEvent {

        public AssignmentResolved(boolean solved, Sealed result, List<String> evidence) {
            this(solved, result, evidence, null);
        }
    }

    /** @param cause a code */
    record TicketEscalated(String from, String to, String cause) implements AssignmentEvent {}

    /** Supervision (督办) of level 1 to 3; {@code cause} is a code. */
    record TicketSupervised(int level, String unit, String cause) implements AssignmentEvent {}

    /**
     * What the grid found before anybody called, on patrol or with a whistle: a ticket like any other; grid mints its id.
     *
     * @param grid code of the grid; of the community or town where its desk found it
     * @param capturedAt when it was found, where a phone kept it for a while
     * @param category as a desk named it; null leaves it to the words
     */
    record GridReported(
            Sealed title,
            Sealed content,
            Place place,
            String grid,
            List<String> evidence,
            boolean solvedOnSpot,
            @Nullable Instant capturedAt,
            @Nullable String category)
            implements AssignmentEvent {

        public GridReported(
                Sealed title, Sealed content, Place place, String grid, List<String> evidence, boolean solvedOnSpot) {
            this(title, content, place, grid, evidence, solvedOnSpot, null, null);
        }
    }
}
