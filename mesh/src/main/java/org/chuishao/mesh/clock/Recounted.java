package org.chuishao.mesh.clock;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.Remaining;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.log.Draft;

/** A running deadline as it stands, and as it comes out when it is counted again. */
record Recounted(Row row, String rule, String counted, StartRule start, Limit.Unit unit, Due due, Instant yellow) {

    private static final String OF_WHAT_WAS_LEFT = " ";

    /** By other holidays: the same limit, or what was left of it when the clock went on. */
    static Recounted by(WorkCalendar calendar, Row row) {
        Instant from = row.getOffsetDateTime("counted_from").toInstant();
        String counted = row.getString("counted");
        StartRule start = StartRule.valueOf(row.getString("start_rule"));
        Limit.Unit unit = Limit.parse("1" + row.getString("limit_unit")).unit();
        Due due = counted.contains(OF_WHAT_WAS_LEFT)
                ? calendar.resume(from, Remaining.parse(counted))
                : calendar.due(from, Limit.parse(counted), start);
        return of(row, row.getString("rule"), counted, start, unit, calendar, from, due);
    }

    /** By another version of its rule, from its start; empty for one that went on after a suspension, whose limit is spent. */
    static Optional<Recounted> by(WorkCalendar calendar, ClockRule before, ClockRule now, Row row) {
        String counted = row.getString("counted");
        if (counted.contains(OF_WHAT_WAS_LEFT)) {
            return Optional.empty();
        }
        Limit old = Limit.parse(counted);
        // the last moment to sign may be twice what the rule says
        int times = old.unit() == before.limit().unit()
                ? old.amount() / before.limit().amount()
                : 1;
        Limit limit =
                new Limit(now.limit().unit(), Math.max(times, 1) * now.limit().amount());
        Instant from = row.getOffsetDateTime("counted_from").toInstant();
        Due due = calendar.due(from, limit, now.start());
        return Optional.of(of(row, now.name(), limit.toString(), now.start(), limit.unit(), calendar, from, due));
    }

    private static Recounted of(
            Row row,
            String rule,
            String counted,
            StartRule start,
            Limit.Unit unit,
            WorkCalendar calendar,
            Instant from,
            Due due) {
        Instant yellow = calendar.approaching(from, due, unit).at();
        return new Recounted(row, rule, counted, start, unit, due, yellow);
    }

    boolean moved() {
        return !due.at().equals(row.getOffsetDateTime("due_at").toInstant());
    }

    OffsetDateTime dueAt() {
        return due.at().atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime yellowAt() {
        return yellow.atOffset(ZoneOffset.UTC);
    }

    Draft said() {
        return new Draft(
                row.getUUID("ticket_id"),
                row.getInteger("round"),
                row.getUUID("assignment"),
                row.getInteger("seen"),
                new DeadlineArmed(row.getUUID("id"), row.getString("act"), due.at(), rule));
    }
}
