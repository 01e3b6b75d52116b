package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.CommandEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.routing.clock.ActClocks;
import org.chuishao.routing.clock.DeskCalls;
import org.chuishao.routing.clock.DeskCalls.Due;

/**
 * How long a ticket stands in the dispatch queue, and how long its desk waits to be called where life is in danger. What
 * the rules dispatch as it is read stands in no queue and starts no clock: for each ticket that nobody waits for there
 * would be two events on the log.
 */
@ApplicationScoped
class DispatchClock implements CommandEffect {

    private final ActClocks clocks;

    DispatchClock(ActClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public Uni<Void> recorded(Event event, TicketState before, TicketState after) {
        return leftQueue(before, after)
                ? clocks.done(event.ticket(), null, Act.DISPATCH)
                : Uni.createFrom().voidItem();
    }

    /** Ends first, then starts: a ticket may have left the queue and be back in it, or have another desk to be called. */
    Uni<Void> follow(
            ReaderTransaction transaction, List<ReadEvent> events, List<Decided> decided, List<TicketNews> cameBack) {
        List<Over> over = new ArrayList<>();
        for (ReadEvent read : events) {
            if (leftQueue(read.before(), read.after())) {
                over.add(new Over(
                        read.event().ticket(), null, Act.DISPATCH, read.after().seen()));
            }
        }
        DeskCalls calls = DeskCalls.of(events);
        calls.over().forEach((ticket, seen) -> over.add(new Over(ticket, null, Act.DESK_CALL, seen)));
        return clocks.end(transaction, over)
                .chain(() -> clocks.start(transaction, Act.DISPATCH, waiting(decided, cameBack)))
                .chain(() -> clocks.start(
                        transaction,
                        Act.DESK_CALL,
                        calls.due().stream().map(Due::clocked).toList()));
    }

    private static List<Clocked> waiting(List<Decided> decided, List<TicketNews> cameBack) {
        List<Clocked> waiting = new ArrayList<>();
        for (Decided it : decided) {
            if (it.outcome() instanceof Outcome.Queue) {
                waiting.add(it.clocked());
            }
        }
        cameBack.forEach(news -> waiting.add(Clocked.of(news.ticket(), news.after())));
        return waiting;
    }

    private static boolean leftQueue(TicketState before, TicketState after) {
        return Need.BEFORE_DISPATCH.contains(before.state())
                && before.state() != after.state()
                && after.state() != State.PENDING_DISPATCH;
    }
}
