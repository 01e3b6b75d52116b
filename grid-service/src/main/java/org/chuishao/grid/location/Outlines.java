package org.chuishao.grid.location;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.chuishao.mesh.location.Position;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** The outlines of all regions that have one, in memory, in a tree of their boxes. Positions are of CGCS2000. */
@ApplicationScoped
class Outlines {

    private static final double METRES_A_DEGREE = 111_320;

    private final ConcurrentMap<String, OutlinedRegion> byCode = new ConcurrentHashMap<>();
    private volatile STRtree tree = new STRtree();

    /** A region near a position. @param metres from the position to it */
    record Near(OutlinedRegion region, double metres) {}

    /** Takes over regions that are new or have changed. The tree is made anew beside the one that is asked meanwhile. */
    synchronized void take(Collection<OutlinedRegion> changed) {
        if (changed.isEmpty()) {
            return;
        }
        changed.forEach(region -> byCode.put(region.code(), region));
        STRtree grown = new STRtree();
        byCode.values().forEach(region -> grown.insert(region.outline().envelope(), region));
        grown.build();
        tree = grown;
    }

    /** The regions in force that hold the position, the one that it is told to lie in first. */
    List<OutlinedRegion> at(Position position, Instant now) {
        Envelope point = new Envelope(new Coordinate(position.longitude(), position.latitude()));
        List<OutlinedRegion> found = new ArrayList<>(2);
        for (OutlinedRegion region : within(point)) {
            if (region.inForce(now) && region.outline().covers(position.longitude(), position.latitude())) {
                found.add(region);
            }
        }
        found.sort(OutlinedRegion.NEAREST_TO_PEOPLE);
        return found;
    }

    /** The grid in force whose outline is the nearest, no farther than so many metres. */
    Optional<Near> nearest(Position position, double metres, Instant now) {
        double up = metres / METRES_A_DEGREE;
        double aside = up / Math.cos(Math.toRadians(position.latitude()));
        Envelope around = new Envelope(new Coordinate(position.longitude(), position.latitude()));
        around.expandBy(aside, up);
        @Nullable Near nearest = null;
        for (OutlinedRegion region : within(around)) {
            if (region.level() == 6 && region.inForce(now)) {
                double away = region.outline().metresToBorder(position.longitude(), position.latitude());
                if (away <= metres && (nearest == null || away < nearest.metres())) {
                    nearest = new Near(region, away);
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Whether the region has an outline, and the position lies in it. */
    boolean holds(String code, Position position) {
        OutlinedRegion region = byCode.get(code);
        return region != null && region.outline().covers(position.longitude(), position.latitude());
    }

    /** From without to its border, 0 within; empty where the region has no outline. */
    OptionalLong metresTo(String code, Position position) {
        OutlinedRegion region = byCode.get(code);
        if (region == null) {
            return OptionalLong.empty();
        }
        double longitude = position.longitude();
        double latitude = position.latitude();
        return OptionalLong.of(
                region.outline().covers(longitude, latitude)
                        ? 0
                        : Math.round(region.outline().metresToBorder(longitude, latitude)));
    }

    @SuppressWarnings("unchecked") // nothing else is put in
    private List<OutlinedRegion> within(Envelope box) {
        return tree.query(box);
    }
}
