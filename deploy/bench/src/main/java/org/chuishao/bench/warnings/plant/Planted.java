package org.chuishao.bench.warnings.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.chuishao.bench.warnings.world.Complaint;
import org.jspecify.annotations.Nullable;

/**
 * An incident, or a decoy that looks like one.
 *
 * @param name for people
 * @param kind null of a decoy: nothing should be said of it
 * @param region where it is: a community, a town or a county
 * @param category what it is about; null of a decoy about several
 * @param network the supply network that fails
 */
public record Planted(
        String name,
        @Nullable Kind kind,
        String region,
        @Nullable String category,
        @Nullable String network,
        List<Complaint> complaints) {

    /** Until then a complaint has been classified and dispatched, and whoever counts it has counted it. */
    private static final Duration DISPATCHED = Duration.ofMinutes(15);

    public Planted {
        complaints =
                complaints.stream().sorted(Comparator.comparing(Complaint::at)).toList();
    }

    static Planted decoy(String name, String region, List<Complaint> complaints) {
        return new Planted(name, null, region, null, null, complaints);
    }

    public boolean incident() {
        return kind != null;
    }

    public Instant from() {
        return complaints.get(0).at();
    }

    /** When its last complaint has come in and gone out; where it is about how one was handled, when that is over. */
    public Instant to() {
        return complaints.stream()
                .map(complaint ->
                        kind == Kind.QUALITY ? complaint.over() : complaint.at().plus(DISPATCHED))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name + " in " + region + " from " + from() + " (" + complaints.size() + ")";
    }
}
