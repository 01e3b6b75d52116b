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
        List<Step> steps = book.steps(WarningRule.REPEAT, one.region(), one.category());
        return Window.of(near.seen())
                .filled(one, steps, Seen::ticket)
                .findFirst()
                .map(filled -> new Heat(
                        WarningRule.REPEAT,
                        filled.step().level(),
                        gathered.under(),
                        one.region(),
                        one.category(),
                        null,
                        filled.filling(),
                        filled.stretch(),
                        Step.least(steps)));
    }
}
