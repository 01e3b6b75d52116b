package org.chuishao.grid.clock;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.grid.clock.Superiors.Ladders;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Done again as often as it may be, and the citizen still says that it is not solved: supervision one level up, once. */
@ApplicationScoped
class SuperviseReworked implements LogEffect {

    private static final int HIGHEST = 3;

    private final Superiors superiors;
    private final SupervisionConfig config;

    SuperviseReworked(Superiors superiors, SupervisionConfig config) {
        this.superiors = superiors;
        this.config = config;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<ReadEvent> unsolved = events.stream().filter(this::usedUp).toList();
        if (unsolved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> leads = unsolved.stream()
                .map(read -> requireNonNull(read.after().leadUnit()))
                .toList();
        return superiors
                .of(transaction, leads)
                .chain(ladders -> transaction.append(
                        unsolved.stream().map(read -> draft(read, ladders)).toList()));
    }

    /** The first such word of the round: a citizen who is called once more says nothing new. */
    private boolean usedUp(ReadEvent read) {
        return read.applied()
                && read.event().data() instanceof CalledBack
                && Boolean.FALSE.equals(read.after().citizenSolved())
                && !Boolean.FALSE.equals(read.before().citizenSolved())
                && read.after().reworks() >= config.reworks()
                && read.after().leadUnit() != null;
    }

    /** Above whoever supervises it already. */
    private static Draft draft(ReadEvent read, Ladders ladders) {
        int level = Math.min(HIGHEST, read.after().supervision() + 1);
        String above = ladders.above(requireNonNull(read.after().leadUnit()), level);
        return Draft.after(read, read.after().lead(), new TicketSupervised(level, above, "NOT_SOLVED_AGAIN"));
    }
}
