package org.chuishao.grid.notification;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.Severity;

/**
 * Who is told one after the other, and by which ways, until it has reached somebody.
 *
 * @param rungs who is there to be told, in the order of addressees
 */
record Ladder(List<Rung> rungs, List<TellingRule> rules, Severity severity, String region) {

    /** One way to one of them. */
    record Step(Rung rung, Channel channel, TellingRule rule) {}

    /** What cannot wait for a desk to be manned passes it by, as long as there is one that is. */
    static Ladder at(LocalTime now, List<Rung> rungs, List<TellingRule> rules, Severity severity, String region) {
        List<Rung> there = rungs.stream()
                .filter(rung -> rung.duty() == null || rung.duty().hold(now))
                .toList();
        boolean manned = there.stream().anyMatch(Rung::desk);
        return new Ladder(pressing(severity) && manned ? there : rungs, rules, severity, region);
    }

    static boolean pressing(Severity severity) {
        return severity == Severity.CRITICAL || severity == Severity.URGENT;
    }

    Optional<Step> first() {
        return rungs.stream().flatMap(rung -> start(rung).stream()).findFirst();
    }

    /** What comes after a way by which it was not delivered: the next way, then the next addressee. */
    Optional<Step> after(Addressee whom, Channel by) {
        Optional<TellingRule> rule = rule(whom);
        Optional<Step> otherWay = rule.flatMap(it -> rungs.stream()
                .filter(rung -> rung.as() == whom)
                .findFirst()
                .flatMap(rung -> way(it, by).map(next -> new Step(rung, next, it))));
        if (otherWay.isPresent() || !rule.map(TellingRule::climbs).orElse(true)) {
            return otherWay;
        }
        return rungs.stream()
                .filter(rung -> rung.as().compareTo(whom) > 0)
                .flatMap(rung -> start(rung).stream())
                .findFirst();
    }

    boolean isLast(Step step) {
        return after(step.rung().as(), step.channel()).isEmpty();
    }

    private Optional<Step> start(Rung rung) {
        return rule(rung.as()).map(rule -> new Step(rung, rule.channels().get(0), rule));
    }

    /** The rule of the smallest region. */
    private Optional<TellingRule> rule(Addressee whom) {
        return rules.stream()
                .filter(it -> it.isFor(severity, whom, region))
                .max(Comparator.comparingInt(it -> it.region().length()));
    }

    private static Optional<Channel> way(TellingRule rule, Channel last) {
        int next = rule.channels().indexOf(last) + 1;
        return next > 0 && next < rule.channels().size()
                ? Optional.of(rule.channels().get(next))
                : Optional.empty();
    }
}
