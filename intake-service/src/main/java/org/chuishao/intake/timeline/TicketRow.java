package org.chuishao.intake.timeline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.intake.ticket.InHand;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events leaves of a ticket for intake's row of it.
 *
 * @param turned whether it was settled or taken up again in this batch
 * @param closedAt when it was settled, where it was; counts only if it turned
 */
record TicketRow(
        UUID ticket,
        TicketState state,
        boolean turned,
        @Nullable Instant closedAt) {

    static List<TicketRow> after(List<ReadEvent> events) {
        Map<UUID, TicketRow> rows = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            rows.merge(read.event().ticket(), of(read), TicketRow::then);
        }
        return List.copyOf(rows.values());
    }

    private static TicketRow of(ReadEvent read) {
        boolean settled = read.after().state().settled();
        boolean turned = settled != read.before().state().settled();
        Event event = read.event();
        return new TicketRow(event.ticket(), read.after(), turned, turned && settled ? event.at() : null);
    }

    private TicketRow then(TicketRow next) {
        return next.turned ? next : new TicketRow(ticket, next.state, turned, closedAt);
    }

    /** Every unit that has or had a part in it or was to be told of it (抄送), the present lead first. */
    String units() {
        return String.join(
                ",",
                Stream.of(
                                Stream.ofNullable(state.leadUnit()),
                                state.assignments().values().stream().map(AssignmentState::unit),
                                state.copies().stream())
                        .flatMap(units -> units)
                        .distinct()
                        .toList());
    }

    /** Those who have it in hand now: they alone see it in intake, to contact the citizen. */
    String workers() {
        return String.join(
                ",",
                InHand.of(state)
                        .map(AssignmentState::worker)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    /** Those that have to find the place now. */
    String unitsInHand() {
        return String.join(
                ",", InHand.of(state).map(AssignmentState::unit).distinct().toList());
    }
}
