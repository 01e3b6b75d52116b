package org.chuishao.grid.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Counting;
import org.chuishao.mesh.clock.Deadline;
import org.jspecify.annotations.Nullable;

/** Which clocks a unit's part starts with, by the rules in force on that day. */
record ClockSetting(Counting counting) {

    /** Behind the limit that counts for the rate; where no rule names it, it is twice that. */
    private static final int HARD = 2;

    /** Sign, contact the citizen, be on site where the rules say so, and have it done. */
    List<Deadline> of(Clocked part, @Nullable String line, Instant now) {
        List<Deadline> clocks = new ArrayList<>();
        Optional<ClockRule> sign = counting.rule(Act.SIGN, part, null, now);
        Optional<ClockRule> hard = counting.rule(Act.SIGN_HARD, part, null, now);
        sign.ifPresent(rule -> clocks.add(counting.by(rule, rule.limit(), Act.SIGN, part, now)));
        if (hard.isPresent()) {
            hard.ifPresent(rule -> clocks.add(counting.by(rule, rule.limit(), Act.SIGN_HARD, part, now)));
        } else {
            sign.ifPresent(rule -> clocks.add(counting.by(rule, twice(rule.limit()), Act.SIGN_HARD, part, now)));
        }
        counting.rule(Act.CONTACT, part, null, now)
                .ifPresent(rule -> clocks.add(counting.by(rule, rule.limit(), Act.CONTACT, part, now)));
        counting.rule(Act.ARRIVE, part, line, now)
                .ifPresent(rule -> clocks.add(counting.by(rule, rule.limit(), Act.ARRIVE, part, now)));
        result(part, now).ifPresent(clocks::add);
        return clocks;
    }

    /** What is done again has a limit of its own, which never gives longer than the first time had. */
    private Optional<Deadline> result(Clocked part, Instant now) {
        Stream<Act> limits = part.round() > 1 ? Stream.of(Act.RESOLVE, Act.REWORK) : Stream.of(Act.RESOLVE);
        return limits.flatMap(act -> counting.rule(act, part, null, now).stream())
                .map(rule -> counting.by(rule, rule.limit(), Act.RESOLVE, part, now))
                .min(Comparator.comparing(Deadline::dueAt));
    }

    private static Limit twice(Limit limit) {
        return new Limit(limit.unit(), HARD * limit.amount());
    }
}
