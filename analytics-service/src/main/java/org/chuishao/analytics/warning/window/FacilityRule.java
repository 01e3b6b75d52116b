package org.chuishao.analytics.warning.window;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chuishao.analytics.warning.WarningRule;

/** Distinct people on one supply network (设施): a station, a pipe, a transformer. */
final class FacilityRule implements Rule {

    private final StepBook book;

    FacilityRule(StepBook book) {
        this.book = book;
    }

    @Override
    public Gathering by() {
        return Gathering.NETWORK;
    }

    @Override
    public Duration reach() {
        return Duration.ofDays(1);
    }

    @Override
    public Optional<Heat> judge(Seen one, Gathered gathered, Near near) {
        List<Step> steps = book.steps(WarningRule.FACILITY, one.region(), one.category());
        return Window.of(near.seen())
                .filled(one, steps, Seen::who)
                .findFirst()
                .map(filled -> new Heat(
                        WarningRule.FACILITY,
                        filled.step().level(),
                        gathered.under(),
                        Places.around(
                                filled.stretch().stream().map(Seen::region).toList()),
                        one.category(),
                        gathered.under(),
                        filled.filling(),
                        filled.stretch(),
                        Step.least(steps)));
    }
}
