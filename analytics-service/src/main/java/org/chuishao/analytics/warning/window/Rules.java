package org.chuishao.analytics.warning.window;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuishao.analytics.warning.WarningRule;

/** All rules over windows. */
public final class Rules {

    private final StepBook book;
    private final List<Rule> all;

    /** Those by category alone. */
    public Rules(StepBook book, Days days) {
        this.book = book;
        all = List.of(
                new ClusterRule(book),
                new FacilityRule(book),
                new RepeatRule(book),
                new AgainRule(book),
                new AnomalyRule(book, days));
    }

    /** @param alike the cosine of two meanings from which on they are taken as one matter */
    public Rules(StepBook book, Days days, double alike) {
        this.book = book;
        all = Stream.concat(new Rules(book, days).all.stream(), Stream.of(new AlikeRule(book, alike)))
                .toList();
    }

    /** How far the windows of a gathering may reach, and so how long what is gathered must be kept beside any other. */
    public Duration reach(Gathering by) {
        return all.stream()
                .filter(rule -> rule.by() == by)
                .map(Rule::reach)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** What is hot about a complaint. */
    public List<Heat> judge(Seen one, Gathered gathered, Near near) {
        return all.stream()
                .filter(rule -> rule.by() == gathered.by())
                .map(rule -> rule.judge(one, gathered, near))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a day's count is above any step at all: most counties have a few complaints of a category a day. */
    public boolean mayBeMuch(int count, Seen one) {
        return book.steps(WarningRule.ANOMALY, Places.county(one.region()), one.category()).stream()
                .anyMatch(step -> count > step.count());
    }
}
