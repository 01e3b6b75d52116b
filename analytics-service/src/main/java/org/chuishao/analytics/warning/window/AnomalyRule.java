package org.chuishao.analytics.warning.window;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chuishao.analytics.warning.WarningRule;

/**
 * More of a category in a county than the same weekdays of eight weeks had (异动). The deviation is at least that of
 * chance alone (the root of the mean): eight days are few, and may be alike by luck.
 */
final class AnomalyRule implements Rule {

    private static final int WEEKS = 8;
    /** With fewer days to compare with nothing is said. */
    private static final int FEWEST = 4;

    private final StepBook book;
    private final Days days;

    AnomalyRule(StepBook book, Days days) {
        this.book = book;
        this.days = days;
    }

    @Override
    public Gathering by() {
        return Gathering.COUNTY;
    }

    @Override
    public Duration reach() {
        return Duration.ofDays(1);
    }

    @Override
    public Optional<Heat> judge(Seen one, Gathered gathered, Near near) {
        LocalDate day = one.day();
        String county = Places.county(one.region());
        List<Step> steps = book.steps(WarningRule.ANOMALY, county, one.category());
        // most cells of a province have a few complaints a day: nothing else is asked about those
        Optional<LocalDate> ordinary = days.like(day);
        if (ordinary.isEmpty()
                || days.isExtreme(day, county, one.category())
                || steps.stream().noneMatch(step -> near.count(day) > step.count())) {
            return Optional.empty();
        }
        List<Integer> before = IntStream.rangeClosed(1, WEEKS)
                .mapToObj(ordinary.get()::minusWeeks)
                .filter(it -> !it.isBefore(near.since()) && days.like(it).equals(Optional.of(it)))
                .filter(it -> !days.isExtreme(it, county, one.category()))
                .map(near::count)
                .toList();
        List<Seen> today = Window.of(near.seen()).seen().stream()
                .filter(it -> it.day().equals(day))
                .toList();
        return before.size() < FEWEST || today.isEmpty()
                ? Optional.empty()
                : heat(one, gathered, steps, before, today, people(today, near.count(day)));
    }

    private static Optional<Heat> heat(
            Seen one, Gathered gathered, List<Step> steps, List<Integer> before, List<Seen> today, int count) {
        double mean = before.stream().mapToInt(it -> it).average().orElse(0);
        double variance =
                before.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum() / before.size();
        double sigma = Math.sqrt(Math.max(variance, mean));
        return steps.stream()
                .filter(step -> count > Math.max(step.count(), mean + step.sigmas() * sigma))
                .findFirst()
                .map(step -> new Heat(
                        WarningRule.ANOMALY,
                        step.level(),
                        gathered.under(),
                        Places.county(one.region()),
                        one.category(),
                        null,
                        Window.filling(
                                today,
                                1 + (int) Math.max(step.count(), Math.floor(mean + step.sigmas() * sigma)),
                                Seen::who),
                        today,
                        1 + Step.least(steps)));
    }

    /** One who calls five times is one, as far as all of the day can be seen. */
    private static int people(List<Seen> today, int count) {
        return today.size() < count
                ? count
                : (int) today.stream().map(Seen::who).distinct().count();
    }
}
