package org.chuishao.mesh.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** Counts deadlines by the rules in force at the time. */
public record Counting(ClockRules rules, WorkCalendar calendar) {

    /**
     * By the years and rules that grid keeps: as its tables have them, and the topic {@code rules}.
     *
     * @throws IllegalArgumentException naming what is no year or rule, or two rules for the same tickets and days
     */
    public static Counting of(Collection<PublishedYear> years, Collection<PublishedRule> rules) {
        WorkCalendar calendar = WorkCalendar.shipped();
        for (PublishedYear year : years.stream()
                .sorted(Comparator.comparingInt(PublishedYear::year))
                .toList()) {
            calendar = calendar.with(year.toYear(), calendar.version() + year.mark());
        }
        return new Counting(
                ClockRules.of(
                        rules.stream().flatMap(rule -> rule.toRules().stream()).toList()),
                calendar);
    }

    /** @return empty where no rule sets a limit, as for a law's own */
    public Optional<Deadline> of(Act act, Clocked whose, Instant from) {
        return rule(act, whose, null, from).map(rule -> by(rule, rule.limit(), act, whose, from));
    }

    /** @param line to ask for an industry line's own rule */
    public Optional<ClockRule> rule(Act act, Clocked whose, @Nullable String line, Instant from) {
        LocalDateTime at = LocalDateTime.ofInstant(from, calendar.zone());
        return rules.find(act, whose.severity(), whose.region(), whose.category(), line, at);
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
                rule.name(),
                due.calendarVersion(),
                due.provisional(),
                limit,
                rule.start(),
                from,
                due.at(),
                yellow.at());
    }
}
