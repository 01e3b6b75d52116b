package org.chuishao.bench.warnings.match;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.chuishao.bench.warnings.match.Judged.Verdict;
import org.chuishao.bench.warnings.plant.Kind;
import org.chuishao.bench.warnings.plant.Planted;
import org.jspecify.annotations.Nullable;

/** How good the warnings were. */
public final class Score {

    /** Early is who warns before so many have called. */
    private static final int MANY = 10;

    private static final Set<Kind> OF_MANY = Set.of(Kind.CLUSTER, Kind.FACILITY);

    private final List<Planted> incidents;
    private final List<Judged> judged;
    private final Set<Planted> found = new HashSet<>();

    public Score(List<Planted> planted, List<Judged> judged) {
        incidents = planted.stream().filter(Planted::incident).toList();
        this.judged = judged;
        judged.stream()
                .filter(one -> one.verdict() == Verdict.RIGHT && one.cause() != null)
                .forEach(one -> found.add(one.cause()));
    }

    public double recall() {
        return recall(incidents);
    }

    public double recall(Kind kind) {
        return recall(
                incidents.stream().filter(incident -> incident.kind() == kind).toList());
    }

    /** Right among right and false. */
    public double precision() {
        long right = count(Verdict.RIGHT, null);
        return right / (double) (right + count(Verdict.FALSE, null));
    }

    /** @param rule null for all */
    public long count(Verdict verdict, @Nullable String rule) {
        return judged.stream()
                .filter(one -> one.verdict() == verdict)
                .filter(one -> rule == null || one.warning().rule().equals(rule))
                .count();
    }

    /** The incidents that nothing was said of. */
    public List<Planted> missed() {
        return incidents.stream().filter(incident -> !found.contains(incident)).toList();
    }

    public List<Judged> wrong() {
        return judged.stream().filter(one -> one.verdict() == Verdict.FALSE).toList();
    }

    /** Median of the minutes between the first warning of an incident and its tenth complaint; those of many that have ten. */
    public OptionalDouble leadMinutes() {
        double[] leads = incidents.stream()
                .filter(incident -> OF_MANY.contains(incident.kind()))
                .filter(incident -> incident.complaints().size() >= MANY)
                .flatMap(incident -> firstWarning(incident).stream()
                        .map(at -> Duration.between(
                                at, incident.complaints().get(MANY - 1).at())))
                .mapToDouble(lead -> lead.toSeconds() / 60.0)
                .sorted()
                .toArray();
        int half = leads.length / 2;
        return leads.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(leads.length % 2 == 1 ? leads[half] : (leads[half - 1] + leads[half]) / 2);
    }

    private Optional<Instant> firstWarning(Planted incident) {
        return judged.stream()
                .filter(one -> one.verdict() == Verdict.RIGHT && incident.equals(one.cause()))
                .map(one -> one.warning().at())
                .min(Comparator.naturalOrder());
    }

    private double recall(List<Planted> some) {
        return some.stream().filter(found::contains).count() / (double) some.size();
    }
}
