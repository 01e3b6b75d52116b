package org.chuishao.analytics.warning.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What several warnings are about.
 *
 * @param matter of its first warning; of a whole city's the others of its line are part of it
 * @param region the smallest division that holds them
 * @param firstAt when its first complaint came in, {@code lastAt} its last
 * @param bound where the ticket stands for it, since a person has confirmed it; it takes in nothing from beyond
 */
record Incident(
        UUID id,
        String matter,
        String region,
        @Nullable String network,
        Instant firstAt,
        Instant lastAt,
        @Nullable String bound) {

    /** Digits of the divisions' codes, the smallest division first. */
    private static final List<Integer> DIVISIONS = List.of(15, 12, 9, 6, 4, 2);

    static Incident of(UUID id, Placed warning) {
        return new Incident(
                id, warning.matter(), warning.region(), warning.network(), warning.firstAt(), warning.lastAt(), null);
    }

    /** Whether a warning is about the same: on one supply network, or one place within the other. */
    boolean holds(Placed warning) {
        return (bound == null || warning.region().startsWith(bound)) && isAbout(warning);
    }

    private boolean isAbout(Placed warning) {
        return (network != null && network.equals(warning.network()))
                || ((matter.equals(warning.matter()) || region.length() <= Placed.CITY)
                        && (warning.region().startsWith(region) || region.startsWith(warning.region())));
    }

    boolean confirmed() {
        return bound != null;
    }

    /** Whether others of its city may be part of it. */
    boolean mayBeOfTheCity() {
        return bound == null || bound.length() <= Placed.CITY;
    }

    boolean mayTakeIn(Incident other) {
        return !other.confirmed() && (bound == null || other.region.startsWith(bound));
    }

    /** Whether another is a part of it and about the same. */
    boolean holds(Incident other) {
        return other.region.startsWith(region)
                && (matter.equals(other.matter) || (network != null && network.equals(other.network)));
    }

    boolean near(Placed warning, Duration within) {
        return near(warning.firstAt(), warning.lastAt(), within);
    }

    boolean near(Incident other, Duration within) {
        return near(other.firstAt, other.lastAt, within);
    }

    private boolean near(Instant first, Instant last, Duration within) {
        return !first.isAfter(lastAt.plus(within)) && !last.isBefore(firstAt.minus(within));
    }

    Incident reaching(String wider) {
        return new Incident(id, matter, wider, network, firstAt, lastAt, bound);
    }

    /** A person says that it and the other are one: its ticket stands for both. */
    Incident standingFor(Incident other) {
        Incident both = with(other);
        return new Incident(id, matter, both.region, both.network, both.firstAt, both.lastAt, both.region);
    }

    Incident with(Incident other) {
        return new Incident(
                id,
                matter,
                common(region, other.region),
                network == null ? other.network : network,
                firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
                lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt,
                bound);
    }

    /** The smallest division that holds both. */
    static String common(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String common = one.substring(0, same);
        return DIVISIONS.stream()
                .filter(digits -> digits <= common.length())
                .findFirst()
                .map(digits -> common.substring(0, digits))
                .orElse(one.substring(0, 2));
    }
}
