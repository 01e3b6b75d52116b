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
        Window window = Window.of(near.seen());
        List<Step> steps = book.steps(WarningRule.FACILITY, one.region(), one.category());
        for (Step step : steps) {
            Optional<List<Seen>> stretch = window.around(one, step.count(), step.within(), Seen::who);
            if (stretch.isPresent()) {
                return Optional.of(new Heat(
                        WarningRule.FACILITY,
                        step.level(),
                        gathered.under(),
                        Places.around(stretch.get().stream().map(Seen::region).toList()),
                        one.category(),
                        gathered.under(),
                        Window.filling(stretch.get(), step.count(), Seen::who),
                        stretch.get(),
                        Step.least(steps)));
            }
        }
        return Optional.empty();
    }
}
