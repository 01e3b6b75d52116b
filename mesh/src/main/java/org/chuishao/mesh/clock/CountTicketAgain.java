package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.clock.MoveDeadlines.Moved;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * Counts a ticket's own clocks again where another rule holds for it now, from the instant that they started at: the old
 * end is kept, with the reason. What was missed already stays missed; where no rule sets a limit any more the clock ends.
 */
@ApplicationScoped
public class CountTicketAgain {

    private final Deadlines deadlines;
    private final MoveDeadlines moves;
    private final Rulebook rulebook;
    private final KnownRules rules;

    CountTicketAgain(Deadlines deadlines, MoveDeadlines moves, Rulebook rulebook, KnownRules rules) {
        this.deadlines = deadlines;
        this.moves = moves;
        this.rulebook = rulebook;
        this.rules = rules;
    }

    /**
     * Waits until the rules in force are known.
     *
     * @param tickets as they are now, each once
     */
    public Uni<Void> of(ReaderTransaction transaction, Collection<Clocked> tickets, Set<Act> acts) {
        return tickets.isEmpty() || acts.isEmpty()
                ? Uni.createFrom().voidItem()
                : rules.known().chain(() -> counted(transaction, tickets, acts));
    }

    private Uni<Void> counted(ReaderTransaction transaction, Collection<Clocked> tickets, Set<Act> acts) {
        Map<UUID, Clocked> byTicket =
                tickets.stream().collect(Collectors.toMap(Clocked::ticket, Function.identity(), (a, b) -> b));
        return moves.running(transaction, byTicket.keySet(), acts).chain(clocks -> {
            List<Moved> again = new ArrayList<>();
            List<Over> over = new ArrayList<>();
            for (Standing clock : clocks) {
                Clocked whose = byTicket.get(clock.ticket());
                if (whose != null) {
                    count(clock, whose, transaction.now(), again, over);
                }
            }
            return deadlines.annul(transaction, over, "no limit any more").chain(() -> moves.move(transaction, again));
        });
    }

    private void count(Standing clock, Clocked whose, Instant now, List<Moved> again, List<Over> over) {
        Act act = Act.valueOf(clock.act());
        Counting counting = rulebook.counting();
        ClockRule rule = counting.rule(act, whose, null, clock.startedAt()).orElse(null);
        if (rule == null) {
            over.add(new Over(whose.ticket(), null, act, whose.seen()));
        } else if (!clock.rule().equals(rule.name()) || !clock.region().equals(whose.region())) {
            String reason = rule.name() + " instead of " + clock.rule();
            ClockMove move = ClockMove.byRule(
                    clock, rule, rule.limit(), clock.startedAt(), whose.region(), reason, now, counting.calendar());
            again.add(new Moved(move, whose.seen()));
        }
    }
}
