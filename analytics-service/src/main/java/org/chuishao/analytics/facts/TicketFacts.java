package org.chuishao.analytics.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.DeadlineEvent;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.log.ReadEvent;

/** All facts of one ticket. They follow its events as the fold has judged them: what came too late changes none. */
record TicketFacts(
        TicketFact ticket,
        Map<UUID, PartFact> parts,
        Map<UUID, ClockFact> clocks,
        Map<Integer, CallbackFact> callbacks) {

    static TicketFacts none(UUID ticket) {
        return new TicketFacts(TicketFact.of(ticket), Map.of(), Map.of(), Map.of());
    }

    TicketFacts after(ReadEvent read) {
        if (!read.applied()) {
            return this;
        }
        Map<UUID, PartFact> partsNow = partsAfter(read);
        return new TicketFacts(ticket.after(read), partsNow, clocksAfter(read, partsNow), callbacksAfter(read));
    }

    private Map<UUID, PartFact> partsAfter(ReadEvent read) {
        Map<UUID, PartFact> now = new LinkedHashMap<>();
        read.after().assignments().forEach((id, state) -> {
            PartFact known = parts.get(id);
            now.put(id, (known == null ? PartFact.created(state, read) : known).after(state, read));
        });
        return now;
    }

    private Map<UUID, ClockFact> clocksAfter(ReadEvent read, Map<UUID, PartFact> partsNow) {
        Map<UUID, ClockFact> now = new LinkedHashMap<>(clocks);
        if (read.event().data() instanceof DeadlineArmed armed) {
            PartFact part = partsNow.get(read.event().assignment());
            for (Arming it : Arming.in(armed)) {
                ClockFact known = now.get(it.deadline());
                if (known != null) {
                    now.put(it.deadline(), known.armed(it.dueAt()));
                } else if (part != null) {
                    now.put(it.deadline(), ClockFact.armed(it, part, Said.at(read)));
                }
            }
        } else if (read.event().data() instanceof DeadlineEvent said) {
            now.computeIfPresent(said.deadline(), (id, clock) -> clock.after(said));
        }
        now.replaceAll((id, clock) -> {
            PartFact part = partsNow.get(clock.part());
            return part == null ? clock : clock.with(part);
        });
        return now;
    }

    private Map<Integer, CallbackFact> callbacksAfter(ReadEvent read) {
        Map<Integer, CallbackFact> now = new LinkedHashMap<>(callbacks);
        if (read.event().data() instanceof CalledBack call) {
            now.compute(
                    read.event().round(),
                    (round, known) -> known == null ? CallbackFact.first(read, call) : known.after(read, call));
        }
        now.replaceAll((round, call) -> call.in(read.after().region()));
        return now;
    }
}
