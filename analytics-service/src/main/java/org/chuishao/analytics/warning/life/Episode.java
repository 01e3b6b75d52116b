package org.chuishao.analytics.warning.life;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.life.Finding.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * The newest warning of a scope, as a finding meets it.
 *
 * @param at when it was decided: where an old log is read anew, the earliest of all that is found
 * @param firstAt when its first complaint came in, {@code lastAt} its last
 */
record Episode(UUID id, WarningLevel level, LifeState state, Instant at, Instant firstAt, Instant lastAt) {

    /** What becomes of a finding. */
    enum Turn {
        /** It says nothing new, or too little beside what was judged before. */
        NOTHING,
        JOINED,
        /** It joined, and the warning is graver now. */
        LIFTED,
        RAISED
    }

    /**
     * @param newest null where the scope was never warned of
     * @param fresh how many of its different ones stand in no warning of the scope yet
     * @param came when the last of those came in
     */
    static Turn turn(@Nullable Episode newest, Finding finding, int fresh, Instant came, Duration quiet) {
        if (fresh == 0) {
            return Turn.NOTHING;
        }
        if (newest != null && newest.takes(came, quiet)) {
            return finding.level().compareTo(newest.level()) > 0 ? Turn.LIFTED : Turn.JOINED;
        }
        return fresh >= finding.least() ? Turn.RAISED : Turn.NOTHING;
    }

    boolean takes(Instant came, Duration quiet) {
        return state.open() && !came.isAfter(lastAt.plus(quiet)) && !came.isBefore(firstAt.minus(quiet));
    }

    /** @param fresh what it rests on */
    static Episode of(UUID id, Finding finding, List<Evidence> fresh) {
        boolean decided = fresh.stream().anyMatch(it -> it.ticket().equals(finding.deciding()));
        return new Episode(
                id,
                finding.level(),
                LifeState.RAISED,
                decided ? finding.saidAt() : last(fresh),
                first(fresh),
                last(fresh));
    }

    static Instant first(List<Evidence> evidence) {
        return evidence.stream()
                .map(Evidence::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Instant last(List<Evidence> evidence) {
        return evidence.stream()
                .map(Evidence::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    Episode lapsed() {
        return new Episode(id, level, LifeState.LAPSED, at, firstAt, lastAt);
    }

    /** As it is after complaints have joined it. */
    Episode with(Finding finding, List<Evidence> fresh) {
        Instant begins = first(fresh);
        Instant ends = last(fresh);
        return new Episode(
                id,
                finding.level().compareTo(level) > 0 ? finding.level() : level,
                state,
                finding.saidAt().isBefore(at) ? finding.saidAt() : at,
                begins.isBefore(firstAt) ? begins : firstAt,
                ends.isAfter(lastAt) ? ends : lastAt);
    }
}
