package org.chuishao.mesh.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** Counts deadlines by the rules in force on a day. */
public record Counting(ClockRules rules, WorkCalendar calendar) {

    /** @return empty where no rule sets a limit, as for a law's own */
    public Optional<Deadline> of(Act act, Clocked whose, Instant from) {
        return rule(act, whose, null, from).map(rule -> by(rule, rule.limit(), act, whose, from));
    }

    /** @param line to ask for an industry line's own rule */
    public Optional<ClockRule> rule(Act act, Clocked whose, @Nullable String line, Instant from) {
        LocalDate today = from.atZone(calendar.zone()).toLocalDate();
        return rules.find(act, whose.severity(), whose.region(), whose.category(), line, today);
    }

    /** A deadline by a rule that was found, for its limit or one that follows from it. */
    public Deadline by(ClockRule rule, Limit limit, Act act, Clocked whose, Instant from) {
        Due due = calendar.due(from, limit, rule.start());
        Due yellow = calendar.approaching(from, due, limit.unit());
        return new Deadline(
                Ids.next(),
                whose.ticket(),
                whose.round(),
                whose.assignment(),
                act,
                whose.region(),
                whose.unit(),
                whose.worker(),
                rule.id() + "@" + rule.version(),
                due.calendarVersion(),
                due.provisional(),
                limit,
                rule.start(),
                from,
                due.at(),
                yellow.at());
    }
}
