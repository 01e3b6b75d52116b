package org.chuishao.routing.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.CommandEffect;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.routing.clock.ActClocks;

/** How long an adjudicator may take over a return, a lead's or an assisting unit's: each has a clock of its own. */
@ApplicationScoped
class ReturnClocks implements LogEffect, CommandEffect {

    private final ActClocks clocks;

    ReturnClocks(ActClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public Uni<Void> recorded(Event event, TicketState before, TicketState after) {
        Uni<Void> stopped = Uni.createFrom().voidItem();
        for (UUID part : Adjudication.waiting(before)) {
            if (!Adjudication.waits(after, part)) {
                stopped = stopped.chain(() -> clocks.done(event.ticket(), part, Act.ADJUDICATE));
            }
        }
        return stopped;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Over> over = new ArrayList<>();
        Map<UUID, TicketState> moved = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            List<UUID> before = Adjudication.waiting(read.before());
            List<UUID> after = Adjudication.waiting(read.after());
            before.stream()
                    .filter(part -> !after.contains(part))
                    .forEach(part -> over.add(
                            new Over(ticket, part, Act.ADJUDICATE, read.after().seen())));
            if (moved.containsKey(ticket) || !before.equals(after) || ownLate(read)) {
                moved.put(ticket, read.after());
            }
        }
        return clocks.end(transaction, over).chain(() -> clocks.start(transaction, Act.ADJUDICATE, waiting(moved)));
    }

    /** An own decision stopped the clock, and does not count: what it was about waits again. */
    private static boolean ownLate(ReadEvent read) {
        return !read.applied() && read.event().source() == Source.ROUTING;
    }

    private static List<Clocked> waiting(Map<UUID, TicketState> tickets) {
        List<Clocked> waiting = new ArrayList<>();
        tickets.forEach((id, ticket) ->
                Adjudication.waiting(ticket).forEach(part -> waiting.add(of(part, Clocked.of(id, ticket)))));
        return waiting;
    }

    private static Clocked of(UUID part, Clocked it) {
        return new Clocked(
                it.ticket(), it.round(), part, it.region(), null, null, it.severity(), it.category(), it.seen());
    }
}
