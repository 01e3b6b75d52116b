package org.chuishao.analytics.word;

import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.TicketState;

/** Tickets of which nothing is shown beyond what a count would say: whoever told of it might be found out. */
public final class Hidden {

    private Hidden() {}

    public static boolean is(TicketState ticket) {
        return ticket.secret() || ticket.kind() == Kind.REPORT;
    }

    public static boolean is(boolean secret, String kind) {
        return secret || Kind.REPORT.name().equals(kind);
    }
}
