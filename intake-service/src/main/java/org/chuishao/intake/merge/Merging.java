package org.chuishao.intake.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * What became of tickets that were to be merged into one.
 *
 * @param left why each of the others was not
 * @param unknown of which this service has read nothing yet
 */
public record Merging(List<UUID> merged, Map<UUID, String> left, List<UUID> unknown) {

    static Merging of(UUID parent, Collection<UUID> children, Map<UUID, TicketState> states, Set<UUID> parents) {
        Merging merging = new Merging(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        TicketState into = states.getOrDefault(parent, TicketState.unseen());
        for (UUID child : new LinkedHashSet<>(children)) {
            TicketState state = states.getOrDefault(child, TicketState.unseen());
            if (state.state() == State.UNSEEN) {
                merging.unknown.add(child);
            } else {
                merging.add(child, why(parent, into, child, state, parents.contains(child)));
            }
        }
        return merging;
    }

    private static @Nullable String why(
            UUID parent, TicketState into, UUID child, TicketState state, boolean hasChildren) {
        return child.equals(parent) ? "it is the ticket itself" : MergeRules.whyNotUnseen(into, state, hasChildren);
    }

    private void add(UUID child, @Nullable String why) {
        if (why == null) {
            merged.add(child);
        } else {
            left.put(child, why);
        }
    }
}
