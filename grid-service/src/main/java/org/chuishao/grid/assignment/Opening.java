package org.chuishao.grid.assignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that waits for its units to be told: dispatched, its lead designated, or sent back to be done again.
 *
 * @param last the ticket's last event of the batch; what is written answers it
 * @param units the lead, then those that assist
 */
record Opening(ReadEvent last, String region, List<String> units) {

    /** The tickets of a batch whose units have to be told. One that has gone on in the same batch needs nothing any more. */
    static List<Opening> in(List<ReadEvent> events) {
        Map<UUID, ReadEvent> opened = new LinkedHashMap<>();
        Map<UUID, ReadEvent> last = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            last.put(ticket, read);
            if (read.applied() && opens(read)) {
                opened.put(ticket, read);
            }
        }
        List<Opening> openings = new ArrayList<>();
        opened.forEach((ticket, read) -> {
            Opening opening = of(read, last.getOrDefault(ticket, read));
            if (opening != null) {
                openings.add(opening);
            }
        });
        return openings;
    }

    private static boolean opens(ReadEvent read) {
        return read.event().data() instanceof TicketDispatched
                || read.event().data() instanceof LeadDesignated
                || read.event().data() instanceof ReworkOrdered;
    }

    private static @Nullable Opening of(ReadEvent opened, ReadEvent last) {
        TicketState now = last.after();
        boolean waits = now.state() == State.PENDING_SIGN || now.state() == State.REWORK;
        String lead = now.leadUnit();
        if (!waits || now.lead() != null || lead == null) {
            return null;
        }
        Set<String> units = new LinkedHashSet<>();
        units.add(lead);
        String region = now.region();
        if (opened.event().data() instanceof TicketDispatched dispatched) {
            units.addAll(dispatched.assistingUnits());
            region = dispatched.region();
        } else if (opened.event().data() instanceof LeadDesignated designated) {
            units.addAll(designated.assistingUnits());
            region = designated.region();
        }
        return new Opening(last, region, List.copyOf(units));
    }
}
