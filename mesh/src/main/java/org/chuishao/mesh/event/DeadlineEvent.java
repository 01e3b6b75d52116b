package org.chuishao.mesh.event;

import java.time.Instant;
import java.util.UUID;

/** The clocks of a ticket. None of these moves the ticket's state. */
public sealed interface DeadlineEvent extends EventData {

    UUID deadline();

    /** @param rule that the instant came from, with its version */
    record DeadlineArmed(UUID deadline, String act, Instant dueAt, String rule) implements DeadlineEvent {}

    record DeadlineApproaching(UUID deadline, String act, Instant dueAt) implements DeadlineEvent {}

    record DeadlineMissed(UUID deadline, String act, Instant dueAt) implements DeadlineEvent {}

    record DeadlineAnnulled(UUID deadline, String act, String cause) implements DeadlineEvent {}
}
