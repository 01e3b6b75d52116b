package org.chuishao.mesh.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What intake decides about the citizen's order. */
public sealed interface IntakeEvent extends EventData {

    /** Where an order came in. */
    enum Channel {
        PHONE,
        WEB,
        APP,
        OPEN311,
        IMPORT,
        GRID,
        WARNING,
        TRANSFER_110,
        PLATFORM
    }

    /** What the citizen wants: 咨询 求助 投诉 举报 建议 表扬 其他. */
    enum Kind {
        INQUIRY,
        HELP,
        COMPLAINT,
        REPORT,
        SUGGESTION,
        PRAISE,
        OTHER
    }

    /**
     * An order has come in (待受理).
     *
     * @param callerHash keyed: the log never holds who called
     * @param category as whoever opened it named it, for one that no citizen put into words; null leaves it to the words
     */
    record TicketReceived(
            String number,
            Channel channel,
            Kind kind,
            Sealed title,
            Sealed content,
            @Nullable Sealed desired,
            @Nullable String callerHash,
            Place place,
            @Nullable Instant happenedAt,
            boolean secret,
            @Nullable String sourceNumber,
            @Nullable String category)
            implements IntakeEvent {

        public TicketReceived(
                String number,
                Channel channel,
                Kind kind,
                Sealed title,
                Sealed content,
                @Nullable Sealed desired,
                @Nullable String callerHash,
                Place place,
                @Nullable Instant happenedAt,
                boolean secret,
                @Nullable String sourceNumber) {
            this(
                    number,
                    channel,
                    kind,
                    title,
                    content,
                    desired,
                    callerHash,
                    place,
                    happenedAt,
                    secret,
                    sourceNumber,
                    null);
        }
    }

    /** An agent takes the order on (受理); {@code region} is the smallest region known so far. */
    record TicketAccepted(String region) implements IntakeEvent {}

    /** Place, contact or fact is {@code missing} (codes); the citizen is asked for the {@code attempt}-th time. */
    record InfoRequested(List<String> missing, int attempt) implements IntakeEvent {}

    record Supplemented(@Nullable Sealed content, @Nullable Place place) implements IntakeEvent {}

    /**
     * Out of scope (不予受理).
     *
     * @param reason a code
     * @param properRoute what the citizen is told about the route that is the right one
     */
    record Declined(String reason, Sealed properRoute) implements IntakeEvent {}

    /** Answered at once from the knowledge base (直接答复). */
    record Answered(Sealed answer, @Nullable String knowledge) implements IntakeEvent {}

    /** Handed to 110, 119, 120 or 122 and what came of it. */
    record Transferred(
            String service, Receipt receipt, @Nullable String reference) implements IntakeEvent {
        /** REQUESTED opens the transfer, ACCEPTED confirms it, REFUSED and SILENT bring the order back. */
        public enum Receipt {
            REQUESTED,
            ACCEPTED,
            REFUSED,
            SILENT
        }
    }

    record Merged(UUID parent, Sealed ground) implements IntakeEvent {}

    record Unmerged(Sealed ground) implements IntakeEvent {}

    /** @param reason a code */
    record Withdrawn(String reason) implements IntakeEvent {}

    record Reviewed(boolean passed, @Nullable Sealed remark) implements IntakeEvent {}

    /** One attempt to call the citizen back. The verdicts are null where the citizen was not reached. */
    record CalledBack(
            int attempt,
            boolean reached,
            @Nullable Boolean contacted,
            @Nullable Boolean solved,
            @Nullable Satisfaction satisfaction,
            @Nullable Sealed words)
            implements IntakeEvent {
        public enum Satisfaction {
            VERY_SATISFIED,
            SATISFIED,
            FAIRLY_SATISFIED,
            NOT_SATISFIED
        }
    }

    /** Back to be done again (重办); {@code round} is the new round, {@code ground} a code. */
    record ReworkOrdered(int round, String ground) implements IntakeEvent {}

    /**
     * Settled (办结), and on what ground.
     *
     * @param cause why it is explained and not solved
     * @param words what the citizen was told
     */
    record Closed(
            Ground ground, @Nullable Cause cause, @Nullable Sealed words) implements IntakeEvent {
        /** INCOMPLETE: the citizen did not supply what was missing. TRANSFERRED: 110, 119, 120 or 122 has it. */
        public enum Ground {
            SOLVED,
            EXPLAINED,
            PROMISED,
            UNREACHABLE,
            INCOMPLETE,
            TRANSFERRED
        }

        /** 诉求不合理 政策所限 历史遗留. */
        public enum Cause {
            UNREASONABLE,
            POLICY,
            HISTORY
        }

        public Closed(Ground ground) {
            this(ground, null, null);
        }
    }

    /** Taken up again within the window; {@code round} is the new round. */
    record Reopened(int round, Sealed reason) implements IntakeEvent {}

    /** Read only from here; {@code seal} is the hash that the audit chain holds. */
    record Archived(String seal) implements IntakeEvent {}

    record Promised(Instant until, List<Sealed> milestones) implements IntakeEvent {}

    record ExclusionDecided(boolean granted, Sealed ground) implements IntakeEvent {}

    /** A new node that corrects an earlier one; nothing is edited. */
    record Corrected(UUID event, Sealed words) implements IntakeEvent {}

    record SecrecyChanged(boolean secret, Sealed reason) implements IntakeEvent {}
}
