package org.chuishao.grid.location;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.location.Projection;
import org.chuishao.mesh.reference.RegionCode;
import org.jspecify.annotations.Nullable;

/** What has taken the place of a grid that was split or merged. */
@ApplicationScoped
public class Successors {

    private final Outlines outlines;
    private final ConcurrentMap<String, Succession> successions = new ConcurrentHashMap<>();

    Successors(Outlines outlines) {
        this.outlines = outlines;
    }

    /** @param from when the old code ended */
    record Succession(Instant from, List<String> codes) {}

    void take(Map<String, Succession> changed) {
        successions.putAll(changed);
    }

    /** Whether the code had ended by then, and others have taken its place. */
    public boolean has(String code, Instant at) {
        Succession next = successions.get(code);
        return next != null && !at.isBefore(next.from());
    }

    /**
     * The code that stands for this one: itself if nothing took its place; of a merge the new grid; of a split the grid
     * whose outline has the position, else the community. A successor may have been split or merged in its turn.
     */
    public String of(String code, @Nullable Position position, Instant at) {
        String present = code;
        for (Succession next = successions.get(code);
                next != null && !at.isBefore(next.from());
                next = successions.get(present)) {
            present = next.codes().size() == 1 ? next.codes().get(0) : part(next, present, position);
        }
        return present;
    }

    private String part(Succession split, String code, @Nullable Position position) {
        String community = RegionCode.at(code, 5);
        if (position == null) {
            return community;
        }
        Position plain = Projection.to(Crs.CGCS2000, position);
        return split.codes().stream()
                .filter(part -> outlines.holds(part, plain))
                .findFirst()
                .orElse(community);
    }
}
