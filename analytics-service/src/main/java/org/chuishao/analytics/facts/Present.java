package org.chuishao.analytics.facts;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is now, as its fold says.
 *
 * @param state where it stands
 * @param secret marked so, which may change
 * @param units all that have or had a part in it
 * @param reworks how often the citizen has sent it back
 * @param solved the citizen's word in the present round
 */
public record Present(
        @Nullable String number,
        String state,
        boolean secret,
        String region,
        String channel,
        String kind,
        String category,
        @Nullable String leadUnit,
        List<String> units,
        @Nullable UUID parent,
        int reworks,
        @Nullable Boolean solved) {

    static final String UNKNOWN = "UNKNOWN";
    public static final String UNCLASSIFIED = "UNCLASSIFIED";

    static Present of(TicketState ticket) {
        String category = ticket.category();
        return new Present(
                ticket.number(),
                ticket.state().name(),
                ticket.secret(),
                ticket.region(),
                ticket.channel() == null ? UNKNOWN : ticket.channel().name(),
                ticket.kind() == null ? UNKNOWN : ticket.kind().name(),
                category == null ? UNCLASSIFIED : category,
                ticket.leadUnit(),
                units(ticket),
                ticket.parent(),
                ticket.reworks(),
                ticket.citizenSolved());
    }

    /** All that have or had a part in it: who may see it beside its region. */
    public static List<String> units(TicketState ticket) {
        TreeSet<String> units = new TreeSet<>();
        ticket.assignments().values().forEach(part -> units.add(part.unit()));
        String lead = ticket.leadUnit();
        if (lead != null) {
            units.add(lead);
        }
        return List.copyOf(units);
    }
}
