package org.chuishao.analytics.backtest.replay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Rehearsal;
import org.chuishao.analytics.warning.window.Days;
import org.chuishao.analytics.warning.window.Gathered;
import org.chuishao.analytics.warning.window.Near;
import org.chuishao.analytics.warning.window.Rules;
import org.chuishao.analytics.warning.window.Seen;
import org.jspecify.annotations.Nullable;

/**
 * History passing by once, tried with several variations of the steps. Complaints come gathering by gathering and in the
 * order of time within one, so that no more than one gathering's window is in memory.
 */
public final class Replay {

    private final WarningRule rule;
    private final Duration reach;
    private final Duration quiet;
    private final LocalDate since;
    private final List<Trial> trials;
    private @Nullable Gathered present;
    private Passing passing;

    /**
     * @param since the first day of which there is history
     * @param most of those raised that are named one by one
     */
    public Replay(
            WarningRule rule,
            List<Variation> variations,
            Days days,
            Duration quiet,
            LocalDate since,
            Truth truth,
            Span span,
            int most) {
        this.rule = rule;
        this.quiet = quiet;
        this.since = since;
        this.trials = variations.stream()
                .map(it -> new Trial(it, new Rules(it.book(), days), new Tally(truth, span, most)))
                .toList();
        this.reach = trials.get(0).rules.reach(Gatherings.of(rule));
        this.passing = new Passing(reach, since);
    }

    /** The next complaint under a gathering. */
    public void take(Gathered gathered, Seen one) {
        if (!gathered.equals(present)) {
            end();
            present = gathered;
            passing = new Passing(reach, since);
            trials.forEach(trial -> trial.rehearsal = new Rehearsal(quiet));
        }
        passing.add(one);
        trials.forEach(trial -> trial.judge(one, gathered, passing));
    }

    /** How each variation has fared, in their order. */
    public List<Scored> scored(int days) {
        end();
        return trials.stream()
                .map(trial -> trial.tally.scored(trial.variation.tried(), days))
                .toList();
    }

    /** The first of what the first variation would have raised. */
    public List<Raised> listed() {
        end();
        return trials.get(0).tally.listed();
    }

    private void end() {
        trials.forEach(Trial::end);
    }

    private final class Trial {

        private final Variation variation;
        private final Rules rules;
        private final Tally tally;
        private @Nullable Rehearsal rehearsal;

        Trial(Variation variation, Rules rules, Tally tally) {
            this.variation = variation;
            this.rules = rules;
            this.tally = tally;
        }

        void judge(Seen one, Gathered gathered, Near near) {
            Rehearsal mine = rehearsal;
            if (mine != null) {
                rules.judge(one, gathered, near).stream()
                        .filter(heat -> heat.rule() == rule)
                        .forEach(heat -> mine.take(heat, one));
            }
        }

        void end() {
            Rehearsal mine = rehearsal;
            if (mine != null) {
                mine.raised().forEach(tally::take);
                rehearsal = null;
            }
        }
    }
}
