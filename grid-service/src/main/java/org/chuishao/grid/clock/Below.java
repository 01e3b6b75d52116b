package org.chuishao.grid.clock;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;

/** What was handed down from a part, and what hangs on it. */
final class Below {

    private static final Set<Phase> OVER = EnumSet.of(Phase.RESOLVED, Phase.ENDED);

    private Below() {}

    /** The parts below one, at any depth. */
    static List<UUID> of(Map<UUID, AssignmentState> parts, UUID above) {
        List<UUID> below = new ArrayList<>();
        parts.forEach((id, part) -> {
            if (above.equals(part.parent())) {
                below.add(id);
                below.addAll(of(parts, id));
            }
        });
        return below;
    }

    /** Nothing is owed of it any more: it, or what it was handed down from, is done or has ended. */
    static boolean over(Map<UUID, AssignmentState> parts, UUID id) {
        AssignmentState part = parts.get(id);
        return part == null || OVER.contains(part.phase()) || (part.parent() != null && over(parts, part.parent()));
    }

    /** A part and those above it. */
    static List<UUID> chain(Map<UUID, AssignmentState> parts, UUID id) {
        List<UUID> chain = new ArrayList<>(List.of(id));
        AssignmentState part = parts.get(id);
        while (part != null && part.parent() != null) {
            chain.add(part.parent());
            part = parts.get(part.parent());
        }
        return chain;
    }
}
