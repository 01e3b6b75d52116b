package org.chuishao.mesh.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clocks of a ticket. None of these moves the ticket's state. */
public sealed interface DeadlineEvent extends EventData {

    UUID deadline();

    /** What the clock waits for, by its name in {@code org.chuishao.mesh.calendar.Act}. */
    String act();

    /**
     * @param rule that the instant came from, with its version
     * @param also other clocks of the same part that began at the same moment: one event, not one each
     */
    record DeadlineArmed(
            UUID deadline,
            String act,
            Instant dueAt,
            String rule,
            @Nullable List<Also> also) implements DeadlineEvent {

        public static DeadlineArmed one(UUID deadline, String act, Instant dueAt, String rule) {
            return new DeadlineArmed(deadline, act, dueAt, rule, null);
        }

        /** One more of the part's clocks. */
        public record Also(UUID deadline, String act, Instant dueAt, String rule) {}
    }

    record DeadlineApproaching(UUID deadline, String act, Instant dueAt) implements DeadlineEvent {}

    record DeadlineMissed(UUID deadline, String act, Instant dueAt) implements DeadlineEvent {}

    record DeadlineAnnulled(UUID deadline, String act, String cause) implements DeadlineEvent {}

    /**
     * The act was done in time where there was no network, and reached the service late: a supervisor excuses the miss. It
     * stays missed; what counts misses leaves it out.
     *
     * @param capturedAt when the act was done, by the phone
     */
    record DeadlineExcused(UUID deadline, String act, Instant dueAt, Instant capturedAt, Sealed words)
            implements DeadlineEvent {}
}
