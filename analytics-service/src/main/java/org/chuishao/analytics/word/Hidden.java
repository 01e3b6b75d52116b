package org.chuishao.analytics.word;

import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;

/** Tickets of which nothing is shown beyond what a count would say: whoever told of it might be found out. */
public final class Hidden {

    private Hidden() {}

    public static boolean is(TicketState ticket) {
        return ticket.secret() || ticket.kind() == Kind.REPORT;
    }

    /** Tickets that have become so. */
    public static List<UUID> turned(List<ReadEvent> events) {
        return events.stream()
                .filter(read -> read.applied() && is(read.after()) && !is(read.before()))
                .map(read -> read.event().ticket())
                .distinct()
                .toList();
    }

    public static boolean is(boolean secret, String kind) {
        return secret || Kind.REPORT.name().equals(kind);
    }
}
