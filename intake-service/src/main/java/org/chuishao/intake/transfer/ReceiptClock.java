package org.chuishao.intake.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Deadlines;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.clock.StopClocks;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.CommandEffect;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.PresentStates;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * How long an emergency service may take to answer. It does not go by the ticket's state: where units have the ticket
 * already the receipt is waited for beside them.
 */
@ApplicationScoped
class ReceiptClock implements LogEffect, CommandEffect {

    private final Deadlines deadlines;
    private final StopClocks clocks;
    private final Rulebook rulebook;

    ReceiptClock(Deadlines deadlines, StopClocks clocks, Rulebook rulebook) {
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.rulebook = rulebook;
    }

    @Override
    public Uni<Void> recorded(Event event, TicketState before, TicketState after) {
        return awaited(before) && !awaited(after)
                ? clocks.of(event.ticket(), null, Set.of(Act.TRANSFER_RECEIPT))
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Over> over = new ArrayList<>();
        Map<UUID, TicketState> asked = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            boolean now = awaited(read.after());
            if (awaited(read.before()) && !now) {
                over.add(new Over(
                        ticket, null, Act.TRANSFER_RECEIPT, read.after().seen()));
                asked.remove(ticket);
            } else if (now && (!awaited(read.before()) || asked.containsKey(ticket))) {
                asked.put(ticket, read.after());
            }
        }
        return deadlines.annul(transaction, over, "answered").chain(() -> start(transaction, asked));
    }

    private Uni<Void> start(ReaderTransaction transaction, Map<UUID, TicketState> asked) {
        return PresentStates.of(transaction, asked.keySet()).chain(present -> {
            List<Armed> armed = new ArrayList<>();
            asked.forEach((ticket, state) -> {
                if (awaited(present.getOrDefault(ticket, state))) {
                    rulebook.counting()
                            .of(Act.TRANSFER_RECEIPT, Clocked.of(ticket, state), transaction.now())
                            .ifPresent(clock -> armed.add(new Armed(clock, state.seen())));
                }
            });
            return deadlines.arm(transaction, armed);
        });
    }

    private static boolean awaited(TicketState ticket) {
        return ticket.transfer() == Receipt.REQUESTED && !ticket.state().settled();
    }
}
