package org.chuishao.grid.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.problem.Problem;

/** How far a request of a unit reaches, where the log alone would let it: by time, and never where life is in danger. */
@ApplicationScoped
class Limits {

    private final AssignmentConfig config;

    Limits(AssignmentConfig config) {
        this.config = config;
    }

    /** 退单: within its window, and to another unit. */
    void returned(Assignment row, TicketState before, Instant now, String suggestedUnit) {
        if (suggestedUnit.equals(row.unit)) {
            throw Problem.invalid("suggestedUnit", "is the unit that returns it");
        }
        Instant end = row.createdAt.plus(config.returnWindow());
        if (now.isAfter(end)) {
            throw refusal(before, "the time to return it ended at " + end);
        }
    }

    /** 延期: into the future, bounded, and with time to lose. */
    void extended(TicketState before, Instant now, Instant until) {
        notInDanger(before);
        Duration longest =
                before.severity() == Severity.URGENT ? config.extensionLongestUrgent() : config.extensionLongest();
        between("until", until, now, longest);
    }

    /** Granted for as long as was asked for, or for less. */
    void granted(Assignment row, Instant now, Instant until) {
        if (row.extensionUntil != null && until.isAfter(row.extensionUntil)) {
            throw Problem.invalid("until", "must not be after what was asked for, " + row.extensionUntil);
        }
        if (!until.isAfter(now)) {
            throw Problem.invalid("until", "must be in the future");
        }
    }

    /** 挂起: with a review in sight. */
    void suspended(TicketState before, Instant now, Instant reviewAt) {
        notInDanger(before);
        between("reviewAt", reviewAt, now, config.suspensionLongest());
    }

    static Problem refusal(TicketState before, String detail) {
        return Problem.conflict(
                detail,
                Map.of(
                        "state", before.state().name(),
                        "allowed",
                                Fold.allowed(before.state()).stream()
                                        .map(EventType::shortName)
                                        .sorted()
                                        .toList()));
    }

    private static void notInDanger(TicketState before) {
        if (before.severity() == Severity.CRITICAL) {
            throw refusal(before, "danger to life is never held");
        }
    }

    private static void between(String field, Instant asked, Instant now, Duration longest) {
        if (!asked.isAfter(now) || asked.isAfter(now.plus(longest))) {
            throw Problem.invalid(field, "must be in the future and at most " + longest.toHours() + " hours ahead");
        }
    }
}
