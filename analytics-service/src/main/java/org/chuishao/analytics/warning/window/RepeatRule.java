package org.chuishao.analytics.warning.window;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chuishao.analytics.warning.WarningRule;

/** One person about one matter again and again (一人多诉): what was said to be settled may not be. */
final class RepeatRule implements Rule {

    private final StepBook book;

    RepeatRule(StepBook book) {
        this.book = book;
    }

    @Override
    public Gathering by() {
        return Gathering.PERSON;
    }

    @Override
    public Duration reach() {
        return Duration.ofDays(30);
    }

    @Override
    public Optional<Heat> judge(Seen one, Gathered gathered, Near near) {
        Window window = Window.of(near.seen());
        List<Step> steps = book.steps(WarningRule.REPEAT, one.region(), one.category());
        for (Step step : steps) {
            Optional<List<Seen>> stretch = window.around(one, step.count(), step.within(), Seen::ticket);
            if (stretch.isPresent()) {
                return Optional.of(new Heat(
                        WarningRule.REPEAT,
                        step.level(),
                        gathered.under(),
                        one.region(),
                        one.category(),
                        null,
                        Window.filling(stretch.get(), step.count(), Seen::ticket),
                        stretch.get(),
                        Step.least(steps)));
            }
        }
        return Optional.empty();
    }
}
