package org.chuishao.mesh.clock;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.CommandEffect;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.reference.ReferenceCopies;

/**
 * Starts a state's clock when a ticket is read to have entered it. The command that moves the ticket on stops it with its
 * commit; whoever else moves it on ends it as not owed any more.
 */
@ApplicationScoped
class FollowStates implements LogEffect, CommandEffect {

    private final Map<State, Act> acts = new EnumMap<>(State.class);
    private final Deadlines deadlines;
    private final StopClocks clocks;
    private final Rulebook rulebook;
    private final ReferenceCopies copies;

    FollowStates(
            @All List<StateClocks> services,
            Deadlines deadlines,
            StopClocks clocks,
            Rulebook rulebook,
            ReferenceCopies copies) {
        services.forEach(service -> acts.putAll(service.acts()));
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.rulebook = rulebook;
        this.copies = copies;
    }

    @Override
    public Uni<Void> recorded(Event event, TicketState before, TicketState after) {
        Act act = acts.get(before.state());
        return act == null || !movedOn(before, after)
                ? Uni.createFrom().voidItem()
                : clocks.of(event.ticket(), null, Set.of(act));
    }

    /**
     * A state that a ticket passes through within a batch starts no clock: nobody had to wait in it. Until the rules in force
     * are known the log waits: others would set other limits.
     */
    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, TicketState> moved = new LinkedHashMap<>();
        List<Over> over = new ArrayList<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            if (moved.containsKey(ticket) || movedOn(read.before(), read.after())) {
                moved.put(ticket, read.after());
            }
            if (movedOn(read.before(), read.after())) {
                Act act = acts.get(read.before().state());
                if (act != null) {
                    over.add(new Over(ticket, null, act, read.after().seen()));
                }
            }
        }
        if (moved.values().stream().anyMatch(state -> acts.containsKey(state.state())) && !copies.complete()) {
            return Uni.createFrom().failure(new TimeoutException("the clock rules are still being read"));
        }
        List<Armed> armed = new ArrayList<>();
        moved.forEach((ticket, state) -> {
            Act act = acts.get(state.state());
            if (act != null) {
                rulebook.counting()
                        .of(act, Clocked.of(ticket, state), transaction.now())
                        .ifPresent(clock -> armed.add(new Armed(clock, state.seen())));
            }
        });
        return deadlines.annul(transaction, over, "moved on").chain(() -> deadlines.arm(transaction, armed));
    }

    private static boolean movedOn(TicketState before, TicketState after) {
        return before.state() != after.state() || before.round() != after.round();
    }
}
