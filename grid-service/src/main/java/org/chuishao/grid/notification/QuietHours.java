package org.chuishao.grid.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.chuishao.grid.notification.Ladder.Step;
import org.chuishao.mesh.calendar.Hours;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/** When a message may disturb: what can wait is held until the quiet hours are over and the desk is manned. */
final class QuietHours {

    private QuietHours() {}

    static Instant over(Step step, Severity severity, Instant now, ZoneId zone) {
        if (Ladder.pressing(severity)) {
            return now;
        }
        return manned(step, awake(step, now.atZone(zone))).toInstant();
    }

    private static ZonedDateTime awake(Step step, ZonedDateTime at) {
        Hours quiet = step.rule().quiet();
        return quiet != null && quiet.hold(at.toLocalTime()) ? next(at, quiet.to()) : at;
    }

    private static ZonedDateTime manned(Step step, ZonedDateTime at) {
        @Nullable Hours duty = step.rung().duty();
        return duty == null || duty.hold(at.toLocalTime()) ? at : next(at, duty.from());
    }

    private static ZonedDateTime next(ZonedDateTime after, LocalTime time) {
        ZonedDateTime today = after.with(time);
        return today.isAfter(after) ? today : today.plusDays(1);
    }
}
