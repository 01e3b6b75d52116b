package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Deadlines;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.clock.MoveDeadlines;
import org.chuishao.mesh.clock.MoveDeadlines.Move;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.event.AssignmentEvent.ExtensionGranted;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** What the log does to the clocks of units: an end of their part ends them, a suspension pauses, an extension moves them. */
@ApplicationScoped
class FollowClocks implements LogEffect {

    /** A suspension stops what the unit still has to do; an extension gives it longer for the result alone. */
    private static final List<String> PAUSED = List.of(Act.CONTACT.name(), Act.ARRIVE.name(), Act.RESOLVE.name());

    private static final List<String> RESULT = List.of(Act.RESOLVE.name());

    private final Deadlines deadlines;
    private final MoveDeadlines moves;
    private final Rulebook rulebook;

    FollowClocks(Deadlines deadlines, MoveDeadlines moves, Rulebook rulebook) {
        this.deadlines = deadlines;
        this.moves = moves;
        this.rulebook = rulebook;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Over> over = new ArrayList<>();
        List<UUID> paused = new ArrayList<>();
        List<Move> resumed = new ArrayList<>();
        List<Move> extended = new ArrayList<>();
        List<UUID> notUpToStandard = new ArrayList<>();
        List<Armed> suspended = new ArrayList<>();
        for (ReadEvent read : events) {
            int seen = read.after().seen();
            read.after().assignments().forEach((id, now) -> {
                Phase before = phase(read, id);
                if (before == now.phase()) {
                    return;
                }
                switch (now.phase()) {
                    case RESOLVED, ENDED -> over.add(new Over(read.event().ticket(), id, null, seen));
                    case SUSPENDED -> paused.add(id);
                    case PENDING_SIGN, IN_PROGRESS, RETURN_REVIEW -> {
                        if (before == Phase.SUSPENDED) {
                            resumed.add(new Move(id, seen, transaction.now()));
                            over.add(new Over(read.event().ticket(), id, Act.SUSPENSION, seen));
                        } else if (before == Phase.RESOLVED) {
                            notUpToStandard.add(id);
                        }
                    }
                }
            });
            if (read.applied()
                    && read.event().data() instanceof ExtensionGranted granted
                    && read.event().assignment() != null) {
                extended.add(new Move(read.event().assignment(), seen, granted.until()));
            }
            SuspensionClock.of(read, transaction.now(), rulebook.calendar()).ifPresent(suspended::add);
        }
        return deadlines
                .annul(transaction, over, "ended")
                .chain(() -> moves.pause(transaction, rulebook.calendar(), paused, PAUSED))
                .chain(() -> moves.resume(transaction, rulebook.calendar(), resumed, PAUSED))
                .chain(() -> moves.extend(transaction, rulebook.calendar(), extended, RESULT))
                .chain(() -> moves.goOn(transaction, notUpToStandard, RESULT))
                .chain(() -> deadlines.arm(transaction, suspended));
    }

    private static Phase phase(ReadEvent read, UUID id) {
        AssignmentState before = read.before().assignments().get(id);
        return before == null ? Phase.PENDING_SIGN : before.phase();
    }
}
