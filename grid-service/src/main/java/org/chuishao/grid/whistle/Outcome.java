package org.chuishao.grid.whistle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.event.WhistleEvent;
import org.chuishao.mesh.fold.TicketState;

/**
 * What a step comes to: the whistle after it, its event, and what is kept beside.
 *
 * @param stops clocks whose act is done, of a call or of the whistle itself
 * @param starts clocks that begin, for the ticket as it is after the event
 * @param added rows that are new
 */
record Outcome(
        Whistle after,
        WhistleEvent event,
        Map<UUID, Set<Act>> stops,
        Function<TicketState, List<Deadline>> starts,
        List<Object> added) {

    static Outcome of(Whistle after, WhistleEvent event) {
        return new Outcome(after, event, Map.of(), ticket -> List.of(), List.of());
    }

    Outcome stopping(UUID whose, Act first, Act... more) {
        Map<UUID, Set<Act>> all = new HashMap<>(stops);
        all.put(whose, EnumSet.of(first, more));
        return new Outcome(after, event, all, starts, added);
    }

    /** Nothing is owed any more of what the whistle called for. */
    Outcome stoppingAll(Sheet sheet) {
        Outcome outcome = stopping(sheet.row().id, Act.WHISTLE_CONFIRM, Act.WHISTLE_CLOSE);
        for (CallRow call : sheet.calls()) {
            outcome = outcome.stoppingAllOf(call.id);
        }
        return outcome;
    }

    Outcome stoppingAllOf(UUID call) {
        return stopping(
                call,
                Act.WHISTLE_SIGN,
                Act.WHISTLE_CONTACT,
                Act.WHISTLE_ARRIVE,
                Act.WHISTLE_ABSENT,
                Act.WHISTLE_SHARE,
                Act.WHISTLE_OBJECTION);
    }

    Outcome starting(Function<TicketState, List<Deadline>> clocks) {
        return new Outcome(after, event, stops, clocks, added);
    }

    Outcome adding(Object row) {
        List<Object> rows = new ArrayList<>(added);
        rows.add(row);
        return new Outcome(after, event, stops, starts, rows);
    }
}
