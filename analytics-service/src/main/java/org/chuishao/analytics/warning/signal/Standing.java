package org.chuishao.analytics.warning.signal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chuishao.analytics.facts.Present;
import org.chuishao.analytics.facts.TicketFact;
import org.chuishao.analytics.warning.window.Gathered;
import org.chuishao.analytics.warning.window.Seen;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.State;

/** What a ticket counts as, under each of what it is gathered under; under nothing where it does not count. */
public record Standing(Map<Gathered, Seen> under) {

    /** What was never received, was none of ours, or was taken back. A merged one counts: another person called. */
    private static final Set<State> NOTHING = EnumSet.of(State.UNSEEN, State.DECLINED, State.WITHDRAWN);

    /** What asks for nothing to be done. */
    private static final Set<String> NO_COMPLAINT = Set.of(Kind.PRAISE.name(), Kind.SUGGESTION.name());

    /** What no citizen said: patrols, and the orders that warnings themselves have made. */
    private static final Set<String> NO_CITIZEN = Set.of(Channel.GRID.name(), Channel.WARNING.name());

    static final Standing NOWHERE = new Standing(Map.of());

    /** @param networks that the ticket is on */
    public static Standing of(TicketFact fact, List<String> networks) {
        if (!counts(fact)) {
            return NOWHERE;
        }
        String person = fact.firsts().caller();
        Seen seen = new Seen(
                fact.ticket(),
                Objects.requireNonNull(fact.firsts().receivedAt()),
                person == null ? fact.ticket().toString() : person,
                fact.now().region(),
                fact.now().category(),
                Ground.SOLVED.name().equals(fact.course().ground())
                        ? fact.course().closedAt()
                        : null,
                fact.meaning());
        Map<Gathered, Seen> under = new HashMap<>();
        Gathered.of(seen, person, networks).forEach(gathered -> under.put(gathered, seen.under(gathered.by())));
        return new Standing(under);
    }

    /** Reports (举报) and secret tickets never do: what is counted under a person or a place might lead to who told. */
    static boolean counts(TicketFact fact) {
        Present now = fact.now();
        return fact.firsts().receivedAt() != null
                && !NOTHING.contains(State.valueOf(now.state()))
                && !now.category().equals(Present.UNCLASSIFIED)
                && !now.secret()
                && !now.kind().equals(Kind.REPORT.name())
                && !NO_COMPLAINT.contains(now.kind())
                && !NO_CITIZEN.contains(now.channel());
    }
}
