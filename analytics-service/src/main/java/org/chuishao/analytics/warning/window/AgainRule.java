package org.chuishao.analytics.warning.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chuishao.analytics.warning.WarningRule;

/** Closed as solved, and the same person complains of the same matter again (办理质量). */
final class AgainRule implements Rule {

    private static final int PAIR = 2;

    private final StepBook book;

    AgainRule(StepBook book) {
        this.book = book;
    }

    @Override
    public Gathering by() {
        return Gathering.PERSON;
    }

    @Override
    public Duration reach() {
        return Duration.ofDays(90);
    }

    @Override
    public Optional<Heat> judge(Seen one, Gathered gathered, Near near) {
        List<Seen> all = Window.of(near.seen()).seen();
        for (Step step : book.steps(WarningRule.QUALITY, one.region(), one.category())) {
            for (Seen earlier : all) {
                Optional<Seen> again = all.stream()
                        .filter(it -> isAgain(earlier, it, step.within()))
                        .filter(it -> it.ticket().equals(one.ticket())
                                || earlier.ticket().equals(one.ticket()))
                        .findFirst();
                if (again.isPresent()) {
                    return Optional.of(new Heat(
                            WarningRule.QUALITY,
                            step.level(),
                            gathered.under(),
                            earlier.region(),
                            earlier.category(),
                            null,
                            again.get(),
                            List.of(earlier, again.get()),
                            PAIR));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAgain(Seen earlier, Seen later, Duration within) {
        Instant solved = earlier.solvedAt();
        return solved != null
                && later.at().isAfter(solved)
                && !later.at().isAfter(solved.plus(within))
                && !later.ticket().equals(earlier.ticket());
    }
}
