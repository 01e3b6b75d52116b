package org.chuishao.analytics.warning.life;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Finding.Evidence;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** Takes findings one after the other, by what is known of their scopes, and says what is to be written. */
final class Batch {

    private final Map<String, Episode> newest;
    private final Map<String, Set<UUID>> known;
    private final Clusters clusters;
    private final Complaints complaints;
    private final Function<WarningRule, Duration> quiet;
    private final Outcome outcome;

    /**
     * @param newest the newest warning of each scope, by the findings' keys
     * @param known tickets that stand in a warning of the scope already
     * @param clusters those that stand in a cluster of the place already, of whichever scope
     */
    Batch(
            Map<String, Episode> newest,
            Map<String, Set<UUID>> known,
            Clusters clusters,
            Complaints complaints,
            Function<WarningRule, Duration> quiet,
            Instant now) {
        this.newest = new HashMap<>(newest);
        this.known = new HashMap<>(known);
        this.clusters = clusters;
        this.complaints = complaints;
        this.quiet = quiet;
        this.outcome = new Outcome(now);
    }

    Outcome outcome() {
        return outcome;
    }

    void take(Finding found) {
        Finding finding = clusters.home(found, this::takes);
        Set<UUID> before = known.computeIfAbsent(finding.key(), key -> new HashSet<>());
        List<Evidence> fresh = finding.evidence().stream()
                .filter(it -> !before.contains(it.ticket()) && !clusters.hold(it.ticket(), finding))
                .filter(it -> complaints.stands(it.ticket(), finding))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        int different = complaints.different(fresh, finding.rule());
        Instant came = Episode.last(fresh);
        Episode former = newest.get(finding.key());
        Episode now =
                switch (Episode.turn(former, finding, different, came, quiet.apply(finding.rule()))) {
                    case NOTHING -> null;
                    case JOINED -> joined(Objects.requireNonNull(former), finding, fresh);
                    case LIFTED -> lifted(Objects.requireNonNull(former), finding, fresh);
                    case RAISED -> raised(former, finding, fresh);
                };
        if (now != null) {
            newest.put(finding.key(), now);
            fresh.forEach(it -> {
                boolean byMeaning = complaints.byMeaning(it.ticket(), finding);
                outcome.join(now, it, byMeaning);
                before.add(it.ticket());
                clusters.add(finding, it.ticket(), byMeaning);
            });
        }
    }

    private boolean takes(String key, Finding finding) {
        Episode present = newest.get(key);
        return present != null && present.takes(Episode.last(finding.evidence()), quiet.apply(finding.rule()));
    }

    private Episode joined(Episode former, Finding finding, List<Evidence> fresh) {
        Episode now = former.with(finding, fresh);
        outcome.change(now);
        return now;
    }

    private Episode lifted(Episode former, Finding finding, List<Evidence> fresh) {
        Episode now = joined(former, finding, fresh);
        outcome.node(now, "LIFTED");
        return now;
    }

    /** The one before, if nobody has judged it, was quiet for too long; unless an old log is read anew. */
    private Episode raised(@Nullable Episode former, Finding finding, List<Evidence> fresh) {
        if (former != null
                && former.state() == LifeState.RAISED
                && Episode.last(fresh).isAfter(former.lastAt())) {
            Episode gone = former.lapsed();
            outcome.change(gone);
            outcome.node(gone, "LAPSED");
        }
        Episode now = Episode.of(Ids.next(), finding, fresh);
        outcome.raise(now, finding, deciding(finding, fresh));
        return now;
    }

    /** Never one that stands in another warning of the scope already. */
    private static UUID deciding(Finding finding, List<Evidence> fresh) {
        return fresh.stream()
                .map(Evidence::ticket)
                .filter(finding.deciding()::equals)
                .findFirst()
                .orElseGet(() -> fresh.stream()
                        .max(Comparator.comparing(Evidence::at))
                        .orElseThrow()
                        .ticket());
    }
}
