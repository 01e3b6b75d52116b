package org.chuishao.intake.clock;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.PresentStates;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/** Tickets whose clock has run out while its act was not done, as they are now; the firing holds their locks. */
public final class RunOut {

    private RunOut() {}

    /** What follows for a ticket; null where nothing does. */
    public interface Following {
        @Nullable
        EventData of(UUID ticket, TicketState now);
    }

    /** Those of one act that no later round has gone past. */
    public static Uni<Map<UUID, TicketState>> of(ReaderTransaction transaction, List<Firing> firings, Act act) {
        List<Firing> missed = firings.stream()
                .filter(it -> it.missed() && it.stoppedAt() == null && it.act().equals(act.name()))
                .toList();
        return PresentStates.of(transaction, missed.stream().map(Firing::ticket).toList())
                .map(present -> {
                    Map<UUID, TicketState> tickets = new LinkedHashMap<>();
                    for (Firing it : missed) {
                        TicketState now = present.get(it.ticket());
                        if (now != null && now.round() == it.round()) {
                            tickets.put(it.ticket(), now);
                        }
                    }
                    return tickets;
                });
    }

    /** Writes what follows for each ticket, where its state still allows it. */
    public static Uni<Void> write(ReaderTransaction transaction, Map<UUID, TicketState> tickets, Following following) {
        List<Draft> drafts = new ArrayList<>();
        tickets.forEach((ticket, now) -> {
            EventData next = following.of(ticket, now);
            if (next != null && Fold.allowed(now.state()).contains(EventType.of(next))) {
                drafts.add(new Draft(ticket, now.round(), null, now.seen(), next));
            }
        });
        return transaction.append(drafts);
    }
}
