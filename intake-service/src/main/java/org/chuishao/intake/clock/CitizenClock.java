package org.chuishao.intake.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.CountTicketAgain;
import org.chuishao.mesh.clock.Deadlines;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.clock.StopClocks;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.CommandEffect;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.PresentStates;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * The citizen's own clock (群众时限): from receipt until his matter is settled, whatever stops a unit's, and for a merged
 * ticket as for any other. What is taken up again starts a new one, and so does what was settled in vain, because another's
 * event stood before on the log. After the timeline, which says when that was.
 */
@ApplicationScoped
@Priority(-1)
class CitizenClock implements LogEffect, CommandEffect {

    /** From when it counts, for those that have none since then which runs or was missed. */
    private static final String STARTS = """
            select t.id, since.at from ticket t
            cross join lateral (select greatest(t.received_at, (
                select max(e.at) from ticket_event e
                where e.ticket_id = t.id and e.type = 'ticket.reopened' and not e.late)) as at) as since
            where t.id = any($1)
                and not exists (select from deadline d where d.ticket_id = t.id and d.act = 'CITIZEN'
                    and d.started_at >= since.at and d.state not in ('STOPPED', 'ANNULLED'))
                and not exists (select from deadline_past d where d.ticket_id = t.id and d.act = 'CITIZEN'
                    and d.started_at >= since.at and d.state not in ('STOPPED', 'ANNULLED'))
            """;

    private static final Set<Act> CITIZEN = Set.of(Act.CITIZEN);

    private final Deadlines deadlines;
    private final CountTicketAgain countAgain;
    private final StopClocks clocks;
    private final Rulebook rulebook;

    CitizenClock(Deadlines deadlines, CountTicketAgain countAgain, StopClocks clocks, Rulebook rulebook) {
        this.deadlines = deadlines;
        this.countAgain = countAgain;
        this.clocks = clocks;
        this.rulebook = rulebook;
    }

    @Override
    public Uni<Void> recorded(Event event, TicketState before, TicketState after) {
        return CitizenWaits.open(before) && !CitizenWaits.open(after)
                ? clocks.of(event.ticket(), null, CITIZEN)
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Over> over = new ArrayList<>();
        Map<UUID, TicketState> begun = new LinkedHashMap<>();
        Map<UUID, TicketState> found = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            TicketState after = read.after();
            if (CitizenWaits.open(read.before()) && !CitizenWaits.open(after)) {
                over.add(new Over(ticket, null, Act.CITIZEN, after.seen()));
            }
            boolean goesOn = read.inVain(Source.INTAKE) && CitizenWaits.taken(after);
            keep(goesOn || CitizenWaits.begins(read.before(), after), begun, ticket, after);
            keep(Clocked.foundAnother(read.before(), after), found, ticket, after);
        }
        return deadlines
                .annul(transaction, over, "settled")
                .chain(() -> countAgain.of(transaction, clocked(found), CITIZEN))
                .chain(() -> start(transaction, begun));
    }

    private Uni<Void> start(ReaderTransaction transaction, Map<UUID, TicketState> begun) {
        if (begun.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return PresentStates.of(transaction, begun.keySet()).chain(present -> transaction
                .sql()
                .preparedQuery(STARTS)
                .execute(Tuple.of((Object) begun.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    List<Armed> armed = new ArrayList<>();
                    for (Row row : rows) {
                        UUID ticket = row.getUUID("id");
                        TicketState state = begun.get(ticket);
                        if (state != null && CitizenWaits.open(present.getOrDefault(ticket, state))) {
                            rulebook.counting()
                                    .of(
                                            Act.CITIZEN,
                                            Clocked.of(ticket, state),
                                            row.getOffsetDateTime("at").toInstant())
                                    .ifPresent(clock -> armed.add(new Armed(clock, state.seen())));
                        }
                    }
                    return armed;
                })
                .chain(armed -> deadlines.arm(transaction, armed)));
    }

    private static void keep(boolean also, Map<UUID, TicketState> some, UUID ticket, TicketState after) {
        if (!CitizenWaits.open(after)) {
            some.remove(ticket);
        } else if (also || some.containsKey(ticket)) {
            some.put(ticket, after);
        }
    }

    private static List<Clocked> clocked(Map<UUID, TicketState> tickets) {
        return tickets.entrySet().stream()
                .map(it -> Clocked.of(it.getKey(), it.getValue()))
                .toList();
    }
}
