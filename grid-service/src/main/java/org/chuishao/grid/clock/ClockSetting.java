package org.chuishao.grid.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** Which clocks a unit's part starts with, by the rules in force on that day. */
record ClockSetting(ClockRules rules, WorkCalendar calendar) {

    /** Behind the limit that counts for the rate; where no rule names it, it is twice that. */
    private static final int HARD = 2;

    /** Sign, contact the citizen, be on site where the rules say so, and have it done. */
    List<Deadline> of(ClockedPart part, @Nullable String line, Instant now) {
        List<Deadline> clocks = new ArrayList<>();
        Optional<ClockRule> sign = find(Act.SIGN, part, null, now);
        Optional<ClockRule> hard = find(Act.SIGN_HARD, part, null, now);
        sign.ifPresent(rule -> clocks.add(deadline(Act.SIGN, part, rule, rule.limit(), now)));
        if (hard.isPresent()) {
            hard.ifPresent(rule -> clocks.add(deadline(Act.SIGN_HARD, part, rule, rule.limit(), now)));
        } else {
            sign.ifPresent(rule -> clocks.add(deadline(Act.SIGN_HARD, part, rule, twice(rule.limit()), now)));
        }
        find(Act.CONTACT, part, null, now)
                .ifPresent(rule -> clocks.add(deadline(Act.CONTACT, part, rule, rule.limit(), now)));
        find(Act.ARRIVE, part, line, now)
                .ifPresent(rule -> clocks.add(deadline(Act.ARRIVE, part, rule, rule.limit(), now)));
        find(part.round() > 1 ? Act.REWORK : Act.RESOLVE, part, null, now)
                .ifPresent(rule -> clocks.add(deadline(Act.RESOLVE, part, rule, rule.limit(), now)));
        return clocks;
    }

    private Optional<ClockRule> find(Act act, ClockedPart part, @Nullable String line, Instant now) {
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        return rules.find(act, part.severity(), part.region(), part.category(), line, today);
    }

    private static Limit twice(Limit limit) {
        return new Limit(limit.unit(), HARD * limit.amount());
    }

    private Deadline deadline(Act act, ClockedPart part, ClockRule rule, Limit limit, Instant now) {
        Due due = calendar.due(now, limit, rule.start());
        Due yellow = calendar.approaching(now, due, limit.unit());
        return new Deadline(
                Ids.next(),
                part.ticket(),
                part.round(),
                part.assignment(),
                act,
                part.region(),
                part.unit(),
                part.worker(),
                rule.id() + "@" + rule.version(),
                due.calendarVersion(),
                due.provisional(),
                limit,
                rule.start(),
                now,
                due.at(),
                yellow.at());
    }
}
