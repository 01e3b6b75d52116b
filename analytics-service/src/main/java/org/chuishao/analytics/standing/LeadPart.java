package org.chuishao.analytics.standing;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/** What units still owe of a ticket, and how far down the lead's part has gone. */
final class LeadPart {

    private static final Set<Phase> OVER = EnumSet.of(Phase.RESOLVED, Phase.ENDED);

    private LeadPart() {}

    /** Parts of which something is owed: neither they nor what they were handed down from are over. */
    static List<UUID> owed(TicketState ticket) {
        Map<UUID, AssignmentState> parts = ticket.assignments();
        return parts.keySet().stream().filter(id -> !over(parts, id)).toList();
    }

    /** Somebody in a grid has the lead's part, or what was handed down from it. */
    static boolean inGrid(TicketState ticket) {
        Map<UUID, AssignmentState> parts = ticket.assignments();
        UUID lead = ticket.lead();
        return lead != null
                && owed(ticket).stream()
                        .map(parts::get)
                        .anyMatch(part -> part != null && part.grid() != null && below(parts, part.id(), lead));
    }

    private static boolean over(Map<UUID, AssignmentState> parts, @Nullable UUID id) {
        AssignmentState part = id == null ? null : parts.get(id);
        return part == null || OVER.contains(part.phase()) || (part.parent() != null && over(parts, part.parent()));
    }

    private static boolean below(Map<UUID, AssignmentState> parts, UUID id, UUID lead) {
        AssignmentState part = parts.get(id);
        return id.equals(lead) || (part != null && part.parent() != null && below(parts, part.parent(), lead));
    }
}
