package org.chuishao.routing.similar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.sight.Sight;

/** The tickets of a batch as they were before it and are after it. */
record Passage(Map<UUID, TicketState> before, Map<UUID, TicketState> after) {

    private static final int COMMUNITY = 5;

    static Passage of(List<ReadEvent> events) {
        Map<UUID, TicketState> before = new HashMap<>();
        Map<UUID, TicketState> after = new HashMap<>();
        for (ReadEvent read : events) {
            before.putIfAbsent(read.event().ticket(), read.before());
            after.put(read.event().ticket(), read.after());
        }
        return new Passage(before, after);
    }

    String region(UUID ticket) {
        return after(ticket).region();
    }

    /** No report and not secret: its matter may be compared with others'. */
    boolean shown(UUID ticket) {
        Kind kind = after(ticket).kind();
        return !Sight.factsOnly(kind == null ? Kind.OTHER : kind, after(ticket).secret());
    }

    /** Each known before, with where it has come to. */
    Map<UUID, String> moved() {
        return where((was, is) -> was.state() != State.UNSEEN
                        && !RegionCode.at(was.region(), COMMUNITY).equals(RegionCode.at(is.region(), COMMUNITY)))
                .stream()
                .collect(Collectors.toMap(ticket -> ticket, this::region));
    }

    Set<UUID> hushed() {
        return where((was, is) -> !was.secret() && is.secret());
    }

    private Set<UUID> where(BiPredicate<TicketState, TicketState> change) {
        return before.keySet().stream()
                .filter(ticket -> change.test(Objects.requireNonNull(before.get(ticket)), after(ticket)))
                .collect(Collectors.toSet());
    }

    private TicketState after(UUID ticket) {
        return Objects.requireNonNull(after.get(ticket));
    }
}
