package org.chuishao.mesh.fold;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.Step.Verdict;

/**
 * What an event does to a ticket. The one place where a ticket's state changes, the same in every service: it reads the
 * state and the event and nothing else, so that whoever reads the log comes to the same end.
 */
public final class Fold {

    private static final Map<EventType, Rule<?>> RULES = new EnumMap<>(EventType.class);
    private static final Map<State, Set<EventType>> ALLOWED = new EnumMap<>(State.class);

    static {
        for (EventType type : EventType.values()) {
            RULES.put(type, Table.rule(type));
        }
        for (State state : State.values()) {
            Set<EventType> allowed = EnumSet.noneOf(EventType.class);
            RULES.forEach((type, rule) -> {
                if (rule.in().contains(state)) {
                    allowed.add(type);
                }
            });
            ALLOWED.put(state, Set.copyOf(allowed));
        }
    }

    private Fold() {}

    /**
     * The next event of a ticket, in the log's order.
     *
     * @throws IllegalArgumentException if the ticket began under a table that this version does not know
     */
    public static Step apply(TicketState before, Event event) {
        if (before.table() != TicketState.CURRENT_TABLE) {
            throw new IllegalArgumentException("no table " + before.table() + " for ticket " + event.ticket());
        }
        Rule<?> rule = rule(event.type());
        TicketEdit ticket = new TicketEdit(before);
        String why = rule.lateness(ticket, event);
        if (why != null) {
            return new Step(ticket.after(Verdict.LATE), Verdict.LATE, why);
        }
        rule.make(ticket, event);
        return new Step(ticket.after(Verdict.APPLIED), Verdict.APPLIED, null);
    }

    /** What may come next in a state, for the one who asked for something else: a ticket's own acts and its lead's. */
    public static Set<EventType> allowed(State state) {
        return ALLOWED.getOrDefault(state, Set.of());
    }

    private static Rule<?> rule(EventType type) {
        Rule<?> rule = RULES.get(type);
        if (rule == null) {
            throw new IllegalArgumentException("no rule for " + type);
        }
        return rule;
    }
}
