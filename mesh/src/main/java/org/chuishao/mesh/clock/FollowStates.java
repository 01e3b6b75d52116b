package org.chuishao.mesh.clock;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.CommandEffect;
import org.chuishao.mesh.log.LogConfig;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.PresentStates;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * Starts a state's clock when a ticket is read to have entered it. The command that moves the ticket on stops it with its
 * commit; whoever else moves it on ends it as not owed any more. Where that command turns out to have come too late on the
 * log, the clock starts again from when it did. It is counted again where the ticket is found to be of another level, matter
 * or place meanwhile.
 */
@ApplicationScoped
class FollowStates implements LogEffect, CommandEffect {

    private final Map<State, Act> acts = new EnumMap<>(State.class);
    private final Deadlines deadlines;
    private final CountTicketAgain countAgain;
    private final StopClocks clocks;
    private final Rulebook rulebook;
    private final List<StateClocks> services;
    private final Source self;

    FollowStates(
            @All List<StateClocks> services,
            Deadlines deadlines,
            CountTicketAgain countAgain,
            StopClocks clocks,
            Rulebook rulebook,
            LogConfig config) {
        services.forEach(service -> acts.putAll(service.acts()));
        this.deadlines = deadlines;
        this.countAgain = countAgain;
        this.clocks = clocks;
        this.rulebook = rulebook;
        this.services = services;
        this.self = Source.ofUri("/chuishao/" + config.service());
    }

    @Override
    public Uni<Void> recorded(Event event, TicketState before, TicketState after) {
        Act act = acts.get(before.state());
        return act == null || !movedOn(before, after)
                ? Uni.createFrom().voidItem()
                : clocks.of(event.ticket(), null, Set.of(act));
    }

    /** A state that a ticket passes through within a batch starts no clock: nobody had to wait in it. */
    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, TicketState> entered = new LinkedHashMap<>();
        Map<UUID, TicketState> found = new LinkedHashMap<>();
        Map<UUID, TicketState> held = new LinkedHashMap<>();
        List<Over> over = new ArrayList<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            TicketState after = read.after();
            boolean movedOn = movedOn(read.before(), after);
            Act left = movedOn ? acts.get(read.before().state()) : null;
            if (left != null) {
                over.add(new Over(ticket, null, left, after.seen()));
            }
            keep(movedOn || entered.containsKey(ticket), entered, ticket, after);
            keep(Clocked.foundAnother(read.before(), after) || found.containsKey(ticket), found, ticket, after);
            keep(read.inVain(self) || held.containsKey(ticket), held, ticket, after);
        }
        found.keySet().removeAll(entered.keySet());
        held.keySet().removeAll(entered.keySet());
        return deadlines
                .annul(transaction, over, "moved on")
                .chain(() -> countAgain.of(transaction, clocked(found), Set.copyOf(acts.values())))
                .chain(() -> StoppedInVain.of(transaction, held, acts))
                .chain(again -> {
                    held.keySet().retainAll(again.keySet());
                    entered.putAll(held);
                    return from(transaction, events, again).chain(from -> start(transaction, entered, from));
                });
    }

    /** From when the clocks count that do not count from now. */
    private Uni<Map<UUID, Instant>> from(
            ReaderTransaction transaction, List<ReadEvent> events, Map<UUID, Instant> again) {
        Uni<Map<UUID, Instant>> from = Uni.createFrom().item(new HashMap<>(again));
        for (StateClocks service : services) {
            from = from.chain(
                    all -> service.from(transaction, events).invoke(all::putAll).replaceWith(all));
        }
        return from;
    }

    /** Only where the ticket still is: what a command has done already is not owed, however long the log takes to say so. */
    private Uni<Void> start(ReaderTransaction transaction, Map<UUID, TicketState> entered, Map<UUID, Instant> from) {
        return PresentStates.of(transaction, entered.keySet()).chain(present -> {
            List<Armed> armed = new ArrayList<>();
            entered.forEach((ticket, state) -> {
                Act act = acts.get(state.state());
                if (act != null && !movedOn(state, present.getOrDefault(ticket, state))) {
                    rulebook.counting()
                            .of(act, Clocked.of(ticket, state), from.getOrDefault(ticket, transaction.now()))
                            .ifPresent(clock -> armed.add(new Armed(clock, state.seen())));
                }
            });
            return deadlines.arm(transaction, armed);
        });
    }

    private void keep(boolean also, Map<UUID, TicketState> some, UUID ticket, TicketState after) {
        if (also && acts.containsKey(after.state())) {
            some.put(ticket, after);
        } else {
            some.remove(ticket);
        }
    }

    private static List<Clocked> clocked(Map<UUID, TicketState> tickets) {
        return tickets.entrySet().stream()
                .map(it -> Clocked.of(it.getKey(), it.getValue()))
                .toList();
    }

    private static boolean movedOn(TicketState before, TicketState after) {
        return before.state() != after.state() || before.round() != after.round();
    }
}
