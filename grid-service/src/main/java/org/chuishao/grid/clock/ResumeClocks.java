package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.mesh.clock.ClockMove;
import org.chuishao.mesh.clock.MoveDeadlines;
import org.chuishao.mesh.clock.MoveDeadlines.Moved;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.clock.Standing;
import org.chuishao.mesh.log.ReaderTransaction;

/** Lets the clocks of parts go on that the service itself resumes, in the transaction that resumes them. */
@ApplicationScoped
public class ResumeClocks {

    private final MoveDeadlines moves;
    private final Rulebook rulebook;

    ResumeClocks(MoveDeadlines moves, Rulebook rulebook) {
        this.moves = moves;
        this.rulebook = rulebook;
    }

    /** @param parts the assignments, with how many of their ticket's events were read or written by now */
    public Uni<Void> of(ReaderTransaction transaction, Map<UUID, Integer> parts) {
        return moves.living(transaction, parts.keySet(), PartActs.ALL)
                .map(clocks -> resumed(clocks, parts, transaction))
                .chain(resumed -> moves.move(transaction, resumed));
    }

    private List<Moved> resumed(List<Standing> clocks, Map<UUID, Integer> parts, ReaderTransaction transaction) {
        return clocks.stream()
                .filter(Standing::paused)
                .map(it -> new Moved(
                        ClockMove.resumed(it, transaction.now(), rulebook.calendar()),
                        Objects.requireNonNull(parts.get(it.assignment()))))
                .toList();
    }
}
