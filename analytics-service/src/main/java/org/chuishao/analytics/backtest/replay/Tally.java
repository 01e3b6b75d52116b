package org.chuishao.analytics.backtest.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.chuishao.analytics.warning.life.Rehearsal.Rehearsed;
import org.jspecify.annotations.Nullable;

/** Counts what would have been raised against what people have said. */
final class Tally {

    private final Truth truth;
    private final Span span;
    private final int most;
    private final Map<UUID, Instant> warnedAt = new HashMap<>();
    private final List<Raised> listed = new ArrayList<>();
    private int right;
    private int wrong;
    private int unjudged;

    /** @param most of those raised that are named one by one */
    Tally(Truth truth, Span span, int most) {
        this.truth = truth;
        this.span = span;
        this.most = most;
    }

    /** One that began before the days may have warned of an incident in them, and is counted nowhere else. */
    void take(Rehearsed warning) {
        Set<Judged> about = truth.about(warning.tickets());
        about.stream()
                .filter(Judged::confirmed)
                .forEach(judged -> warnedAt.merge(
                        judged.warning(), warning.at(), (one, other) -> one.isBefore(other) ? one : other));
        if (!span.holds(warning.at())) {
            return;
        }
        Raised.Verdict verdict = verdict(about);
        switch (verdict) {
            case RIGHT -> right++;
            case WRONG -> wrong++;
            case UNJUDGED -> unjudged++;
        }
        if (listed.size() < most) {
            listed.add(Raised.of(warning, verdict));
        }
    }

    private static Raised.Verdict verdict(Set<Judged> about) {
        if (about.isEmpty()) {
            return Raised.Verdict.UNJUDGED;
        }
        return about.stream().anyMatch(Judged::confirmed) ? Raised.Verdict.RIGHT : Raised.Verdict.WRONG;
    }

    List<Raised> listed() {
        return List.copyOf(listed);
    }

    Scored scored(@Nullable Integer tried, int days) {
        List<Judged> incidents = truth.incidents(span);
        List<Judged> found = incidents.stream()
                .filter(judged -> warnedAt.containsKey(judged.warning()))
                .toList();
        int raised = right + wrong + unjudged;
        return new Scored(
                tried,
                raised,
                right,
                wrong,
                unjudged,
                Share.of(right, right + wrong),
                Share.of(found.size(), incidents.size()),
                before(found, Judged::tenthAt),
                before(found, Judged::judgedAt),
                before(found, Judged::at),
                BigDecimal.valueOf(raised).divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP));
    }

    private Lead before(List<Judged> found, Function<Judged, @Nullable Instant> what) {
        List<Long> seconds = new ArrayList<>();
        for (Judged judged : found) {
            Instant at = what.apply(judged);
            if (at != null) {
                Instant warned = Objects.requireNonNull(warnedAt.get(judged.warning()));
                seconds.add(Duration.between(warned, at).toSeconds());
            }
        }
        return Lead.of(seconds);
    }
}
