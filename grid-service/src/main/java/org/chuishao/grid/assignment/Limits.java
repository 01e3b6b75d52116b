package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.CommandClocks;
import org.chuishao.mesh.clock.Counting;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.clock.Standing;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Refusal;
import org.chuishao.mesh.problem.Problem;

/**
 * How far a request of a unit reaches, where the log alone would let it: by the clock rules of its level, place and matter,
 * and never where life is in danger.
 */
@ApplicationScoped
class Limits {

    private final Rulebook rulebook;
    private final CommandClocks clocks;

    Limits(Rulebook rulebook, CommandClocks clocks) {
        this.rulebook = rulebook;
        this.clocks = clocks;
    }

    /** 退单: to another unit, and before the last moment for it. */
    Uni<Void> returned(Assignment row, TicketState before, Instant now, String suggestedUnit) {
        if (suggestedUnit.equals(row.unit)) {
            throw Problem.invalid("suggestedUnit", "is the unit that returns it");
        }
        end(Act.RETURN_HARD, row, row.createdAt)
                .or(() -> end(Act.RETURN, row, row.createdAt))
                .filter(now::isAfter)
                .ifPresent(end -> {
                    throw Refusal.of(before, "the time to return it ended at " + end);
                });
        return Uni.createFrom().voidItem();
    }

    /** Past the time in which it is to be returned, though not past the last moment. */
    boolean returnedLate(Assignment row, Instant now) {
        return end(Act.RETURN, row, row.createdAt).filter(now::isAfter).isPresent();
    }

    /** 延期: while its time runs, to an instant beyond its end, and no further beyond it than the rule says. */
    Uni<Void> extended(Assignment row, TicketState before, Instant now, Instant until) {
        notInDanger(before);
        ClockRule rule = counting()
                .rule(Act.EXTENSION, clocked(row), null, now)
                .orElseThrow(() -> Refusal.of(before, "no rule gives more time to what is " + row.severity));
        return due(row, before, now)
                .invoke(due -> between(
                        "until",
                        until,
                        due,
                        counting()
                                .calendar()
                                .due(due, rule.limit(), rule.start())
                                .at()))
                .replaceWithVoid();
    }

    /** Granted while its time runs, for as long as was asked for, or for less. */
    Uni<Void> granted(Assignment row, TicketState before, Instant now, Instant until) {
        return due(row, before, now)
                .invoke(due -> between("until", until, due, row.extensionUntil == null ? until : row.extensionUntil))
                .replaceWithVoid();
    }

    /** 挂起: with a review in sight. */
    Uni<Void> suspended(Assignment row, TicketState before, Instant now, Instant reviewAt) {
        notInDanger(before);
        Instant longest = end(Act.SUSPENSION, row, now)
                .orElseThrow(() -> Refusal.of(before, "no rule lets what is " + row.severity + " be suspended"));
        between("reviewAt", reviewAt, now, longest);
        return Uni.createFrom().voidItem();
    }

    /** When the result is due by now; what is over already, or has no limit, cannot be moved. */
    private Uni<Instant> due(Assignment row, TicketState before, Instant now) {
        return clocks.living(row.ticket, row.id).map(living -> due(living, before, now));
    }

    private static Instant due(List<Standing> living, TicketState before, Instant now) {
        Standing clock = living.stream()
                .filter(it -> Act.valueOf(it.act()) == Act.RESOLVE)
                .findFirst()
                .orElseThrow(() -> Refusal.of(before, "its time has run out, or it has no limit to extend"));
        if (!clock.paused() && clock.dueAt().isBefore(now)) {
            throw Refusal.of(before, "its time ran out at " + clock.dueAt());
        }
        return clock.dueAt();
    }

    private Optional<Instant> end(Act act, Assignment row, Instant from) {
        return counting().rule(act, clocked(row), null, from).map(rule -> counting()
                .calendar()
                .due(from, rule.limit(), rule.start())
                .at());
    }

    private Counting counting() {
        return rulebook.counting();
    }

    private static Clocked clocked(Assignment row) {
        return new Clocked(
                row.ticket, row.round, row.id, row.region, row.unit, row.worker, row.severity, row.category, 0);
    }

    private static void notInDanger(TicketState before) {
        if (before.severity() == Severity.CRITICAL) {
            throw Refusal.of(before, "danger to life is never held");
        }
    }

    private static void between(String field, Instant asked, Instant after, Instant last) {
        if (!asked.isAfter(after) || asked.isAfter(last)) {
            throw Problem.invalid(field, "must be after " + after + " and at the latest " + last);
        }
    }
}
