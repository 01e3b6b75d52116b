package org.chuishao.routing.clock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.event.DispatchEvent.DeskCalled;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;

/**
 * Which desks have to be called (电话交办) by what was read: a danger to life reaches its desk by voice as well, and is not
 * handed over before somebody has recorded that it did.
 *
 * @param over tickets about which nobody has to be called any more, with how many of their events were read
 */
public record DeskCalls(List<Due> due, Map<UUID, Integer> over) {

    /** @param since when it was dispatched, or became a danger to life */
    public record Due(UUID ticket, Clocked clocked, String unit, Instant since) {}

    public static DeskCalls of(List<ReadEvent> events) {
        Map<UUID, Due> due = new LinkedHashMap<>();
        Map<UUID, Integer> over = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            if (begins(read)) {
                due.put(ticket, due(read));
            } else if (ends(read)) {
                due.remove(ticket);
                over.put(ticket, read.after().seen());
            }
        }
        return new DeskCalls(List.copyOf(due.values()), over);
    }

    /** A desk has the ticket, which is a danger to life. */
    public static boolean calledFor(TicketState ticket) {
        return ticket.severity() == Severity.CRITICAL
                && ticket.leadUnit() != null
                && !ticket.state().settled();
    }

    /** By what gives it to a desk, what makes a danger of it there, or what takes it up again. */
    private static boolean begins(ReadEvent read) {
        EventData data = read.event().data();
        boolean given = data instanceof TicketDispatched || data instanceof LeadDesignated;
        return read.applied() && calledFor(read.after()) && (given || !calledFor(read.before()));
    }

    private static boolean ends(ReadEvent read) {
        boolean reached = read.event().data() instanceof DeskCalled called && called.reached();
        return (read.applied() && reached) || (calledFor(read.before()) && !calledFor(read.after()));
    }

    private static Due due(ReadEvent read) {
        TicketState ticket = read.after();
        String unit = requireNonNull(ticket.leadUnit());
        Clocked clocked = new Clocked(
                read.event().ticket(),
                ticket.round(),
                null,
                ticket.region(),
                unit,
                null,
                Severity.CRITICAL,
                ticket.category(),
                ticket.seen());
        return new Due(read.event().ticket(), clocked, unit, read.event().at());
    }
}
