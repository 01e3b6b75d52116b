package org.chuishao.mesh.clock;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it is armed: by when an act has to be done about a ticket, or about one unit's part of it.
 *
 * @param assignment null for the ticket's own clock
 * @param region where it counts, and who may see it beside the unit and the worker
 * @param rule the rule with its version
 * @param calendar version of the calendar that it was counted by
 * @param provisional reaches into a year whose holidays are not known
 * @param limit what was counted, from {@code startedAt}
 * @param yellowAt the yellow light; null where there is none
 */
public record Deadline(
        UUID id,
        UUID ticket,
        int round,
        @Nullable UUID assignment,
        Act act,
        String region,
        @Nullable String unit,
        @Nullable String worker,
        String rule,
        String calendar,
        boolean provisional,
        Limit limit,
        StartRule start,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant yellowAt) {

    /** Clocks of minutes go before clocks of working days, of which very many fall due at one instant. */
    public enum Band {
        MINUTES,
        DAYS;

        static Band of(Limit.Unit unit) {
            return switch (unit) {
                case MINUTES, HOURS -> MINUTES;
                case NATURAL_DAYS, WORKING_HOURS, WORKING_DAYS, MONTHS -> DAYS;
            };
        }
    }

    Band band() {
        return Band.of(limit.unit());
    }

    /** The same, ended at an instant that it may not pass. */
    public Deadline notAfter(Instant last, WorkCalendar calendar) {
        if (!dueAt.isAfter(last)) {
            return this;
        }
        Due due = new Due(last, false, this.calendar);
        Instant yellow = calendar.approaching(startedAt, due, limit.unit()).at();
        return new Deadline(
                id,
                ticket,
                round,
                assignment,
                act,
                region,
                unit,
                worker,
                rule,
                this.calendar,
                false,
                limit,
                start,
                startedAt,
                last,
                yellow);
    }

    /** When it fires first. */
    Instant first() {
        return yellowAt == null || !yellowAt.isAfter(startedAt) ? dueAt : yellowAt;
    }
}
