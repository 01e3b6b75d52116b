package org.chuishao.grid.clock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.event.IntakeEvent.Promised;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * A ticket whose level (severity) a batch of the log changed while units had it.
 *
 * @param before the batch
 * @param after it
 * @param at when the level was last changed
 * @param until as was promised to the citizen; null where it was not
 */
record LevelRead(
        UUID ticket,
        TicketState before,
        TicketState after,
        Instant at,
        @Nullable Instant until) {

    static List<LevelRead> in(List<ReadEvent> events) {
        Map<UUID, LevelRead> tickets = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            Instant promised = read.applied() && read.event().data() instanceof Promised it ? it.until() : null;
            boolean moved =
                    promised != null || read.before().severity() != read.after().severity();
            LevelRead known = tickets.get(ticket);
            if (known != null) {
                Instant at = moved ? read.event().at() : known.at;
                Instant until = moved ? promised : known.until;
                tickets.put(ticket, new LevelRead(ticket, known.before, read.after(), at, until));
            } else if (moved) {
                Instant at = read.event().at();
                tickets.put(ticket, new LevelRead(ticket, read.before(), read.after(), at, promised));
            }
        }
        return tickets.values().stream()
                .filter(it -> it.until != null || it.before.severity() != it.after.severity())
                .toList();
    }

    /** The parts that had their clocks by the former level and still owe something. */
    List<Clocked> parts() {
        return before.assignments().keySet().stream()
                .filter(id -> !Below.over(after.assignments(), id))
                .map(id -> Whose.of(
                        ticket, after, requireNonNull(after.assignments().get(id))))
                .toList();
    }
}
