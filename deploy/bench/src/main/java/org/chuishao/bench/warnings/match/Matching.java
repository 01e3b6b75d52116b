package org.chuishao.bench.warnings.match;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.bench.warnings.match.Judged.Verdict;
import org.chuishao.bench.warnings.plant.Kind;
import org.chuishao.bench.warnings.plant.Planted;

/** Finds what a warning was about: by its rule, its place and matter, its time, and whose tickets its evidence is. */
public final class Matching {

    /** The rules that should see an incident of a kind. */
    private static final Map<Kind, Set<String>> RULES = new EnumMap<>(Map.of(
            Kind.CLUSTER, Set.of("CLUSTER", "FACILITY"),
            Kind.FACILITY, Set.of("CLUSTER", "FACILITY"),
            Kind.REPEAT, Set.of("REPEAT"),
            Kind.ANOMALY, Set.of("ANOMALY"),
            Kind.QUALITY, Set.of("QUALITY")));

    /** The rules that may see an incident beside its own, since it is much of one matter in one place as well. */
    private static final Set<String> OF_MANY = Set.of("CLUSTER", "ANOMALY");

    /** Another rule may be decided by somebody's ticket of the same day. */
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final List<Planted> planted;
    private final Map<UUID, Planted> ofTicket = new HashMap<>();

    public Matching(List<Planted> planted) {
        this.planted = planted;
        planted.forEach(one -> one.complaints().forEach(complaint -> ofTicket.put(complaint.ticket(), one)));
    }

    /** Of a rule that nothing is planted for nothing can be said. */
    public static boolean judges(String rule) {
        return RULES.values().stream().anyMatch(rules -> rules.contains(rule));
    }

    public Judged judge(Raised warning) {
        Planted main = main(warning).orElse(null);
        if (main != null && fits(main, warning)) {
            return new Judged(warning, Verdict.RIGHT, main);
        }
        boolean explained = main != null
                && main.incident()
                && OF_MANY.contains(warning.rule())
                && !rules(main).contains(warning.rule())
                && inPlace(main, warning)
                && inTime(main, warning, AFTERWARDS);
        return new Judged(warning, explained ? Verdict.EXPLAINED : Verdict.FALSE, main);
    }

    /** What at least half of the evidence belongs to. */
    private Optional<Planted> main(Raised warning) {
        Map<Planted, Long> shares = warning.evidence().stream()
                .filter(ofTicket::containsKey)
                .collect(Collectors.groupingBy(ofTicket::get, Collectors.counting()));
        return planted.stream()
                .filter(one ->
                        2 * shares.getOrDefault(one, 0L) >= warning.evidence().size() && shares.containsKey(one))
                .findFirst();
    }

    private static boolean fits(Planted incident, Raised warning) {
        return incident.incident()
                && rules(incident).contains(warning.rule())
                && inPlace(incident, warning)
                && ofMatter(incident, warning)
                && inTime(incident, warning, Duration.ZERO);
    }

    private static Set<String> rules(Planted incident) {
        return RULES.getOrDefault(incident.kind(), Set.of());
    }

    /** The network that failed; or the place, one that holds it or lies in it. */
    private static boolean inPlace(Planted incident, Raised warning) {
        if (incident.network() != null && warning.network() != null) {
            return incident.network().equals(warning.network());
        }
        return within(incident.region(), warning.region()) || within(warning.region(), incident.region());
    }

    /** The category, one that holds it or is held by it; a network's warning need not name one. */
    private static boolean ofMatter(Planted incident, Raised warning) {
        String category = warning.category();
        String own = incident.category();
        return category == null
                || own == null
                || own.equals(category)
                || own.startsWith(category + ".")
                || category.startsWith(own + ".");
    }

    private static boolean inTime(Planted incident, Raised warning, Duration afterwards) {
        return !warning.decidingAt().isBefore(incident.from())
                && !warning.decidingAt().isAfter(incident.to().plus(afterwards));
    }

    private static boolean within(String code, String larger) {
        return code.startsWith(larger);
    }
}
