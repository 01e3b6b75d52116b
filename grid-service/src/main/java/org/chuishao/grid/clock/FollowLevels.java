package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.ClockMove;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Counting;
import org.chuishao.mesh.clock.Deadlines;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.MoveDeadlines;
import org.chuishao.mesh.clock.MoveDeadlines.Moved;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.clock.Standing;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * The clocks of units follow the level of the matter: what turns out to be more pressing has the shorter limits from then
 * on; what is promised has the end that was promised, and the citizen is contacted every month.
 */
@ApplicationScoped
class FollowLevels implements LogEffect {

    private final Deadlines deadlines;
    private final MoveDeadlines moves;
    private final Rulebook rulebook;

    FollowLevels(Deadlines deadlines, MoveDeadlines moves, Rulebook rulebook) {
        this.deadlines = deadlines;
        this.moves = moves;
        this.rulebook = rulebook;
    }

    private record Part(LevelRead level, Clocked whose) {}

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, Part> parts = new HashMap<>();
        for (LevelRead level : LevelRead.in(events)) {
            level.parts().forEach(whose -> parts.put(whose.assignment(), new Part(level, whose)));
        }
        return parts.isEmpty()
                ? Uni.createFrom().voidItem()
                : moves.living(transaction, parts.keySet(), PartActs.ALL)
                        .chain(clocks -> moves.move(transaction, moved(parts, clocks))
                                .chain(() -> deadlines.arm(transaction, contacts(parts, clocks))));
    }

    private List<Moved> moved(Map<UUID, Part> parts, List<Standing> clocks) {
        List<Moved> moved = new ArrayList<>();
        for (Standing clock : clocks) {
            Part part = parts.get(clock.assignment());
            if (part != null) {
                move(part, clock)
                        .ifPresent(it -> moved.add(new Moved(it, part.whose().seen())));
            }
        }
        return moved;
    }

    private Optional<ClockMove> move(Part part, Standing clock) {
        Counting counting = rulebook.counting();
        Act act = Act.valueOf(clock.act());
        Instant at = part.level().at();
        Instant until = part.level().until();
        Optional<ClockRule> rule = counting.rule(act, part.whose(), null, at);
        if (until != null) {
            return promised(clock, rule, until, at);
        }
        return rule.filter(it -> !clock.paused())
                .map(it -> ClockMove.ruled(clock, it, at, counting.calendar()))
                .filter(it -> it.due().at().isBefore(clock.dueAt()));
    }

    private Optional<ClockMove> promised(Standing clock, Optional<ClockRule> rule, Instant until, Instant at) {
        WorkCalendar calendar = rulebook.calendar();
        return switch (Act.valueOf(clock.act())) {
            case RESOLVE -> rule.map(it -> ClockMove.promised(clock, it, until, at, calendar));
            case CONTACT -> rule.map(it -> ClockMove.ruled(clock, it, at, calendar));
            default -> Optional.empty();
        };
    }

    /** Who was contacted already is contacted again a month after the promise. */
    private List<Armed> contacts(Map<UUID, Part> parts, List<Standing> clocks) {
        List<Armed> contacts = new ArrayList<>();
        parts.forEach((id, part) -> {
            boolean runs = clocks.stream()
                    .anyMatch(it -> id.equals(it.assignment()) && it.act().equals(Act.CONTACT.name()));
            if (part.level().until() != null && !runs) {
                rulebook.counting()
                        .of(Act.CONTACT, part.whose(), part.level().at())
                        .ifPresent(clock ->
                                contacts.add(new Armed(clock, part.whose().seen())));
            }
        });
        return contacts;
    }
}
