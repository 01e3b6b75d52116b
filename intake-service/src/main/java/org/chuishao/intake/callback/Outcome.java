package org.chuishao.intake.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/** What follows from a call back. */
final class Outcome {

    private Outcome() {}

    /**
     * @param ticket after the call
     * @param missed instants of the attempts of this round that reached nobody, this one included
     * @param withGround dissatisfied with ground, though it is solved
     * @return what to write next; null where the ticket goes on waiting
     */
    static @Nullable EventData of(
            TicketState ticket, CalledBack call, boolean withGround, List<Instant> missed, CallbackConfig rules) {
        if (!call.reached()) {
            boolean enough = apart(missed, rules.apart()) >= rules.attempts();
            return enough ? new Closed(Ground.UNREACHABLE) : null;
        }
        boolean solved = Boolean.TRUE.equals(call.solved());
        if (solved && !withGround) {
            return new Closed(Ground.SOLVED);
        }
        // One that never went to a unit (answered at once, merged) is taken up by other means than rework.
        boolean again = ticket.state() == State.PENDING_CALLBACK && ticket.reworks() < rules.reworks();
        return again ? new ReworkOrdered(ticket.round() + 1, solved ? "DISSATISFIED" : "UNSOLVED") : null;
    }

    /** How many of the attempts lie at different times; three calls within a minute are one attempt. */
    private static int apart(List<Instant> attempts, Duration least) {
        int count = 0;
        Instant last = Instant.MIN;
        for (Instant attempt : attempts.stream().sorted().toList()) {
            if (count == 0 || !attempt.isBefore(last.plus(least))) {
                count++;
                last = attempt;
            }
        }
        return count;
    }
}
