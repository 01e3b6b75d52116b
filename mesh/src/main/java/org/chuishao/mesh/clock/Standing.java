package org.chuishao.mesh.clock;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it stands, for whoever moves it.
 *
 * @param counted what was counted: a limit, or what was left of one; null for an instant that was set
 * @param from when it was counted from; null with it
 * @param pausedAt since when it stands still; null while it runs
 */
public record Standing(
        UUID id,
        UUID ticket,
        int round,
        @Nullable UUID assignment,
        String act,
        String region,
        String state,
        String rule,
        String calendar,
        boolean provisional,
        Limit.Unit unit,
        StartRule start,
        @Nullable String counted,
        @Nullable Instant from,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant yellowAt,
        @Nullable Instant pausedAt) {

    /** @param row what {@code row_to_json} makes of a row of {@code deadline} */
    public static Standing of(JsonObject row) {
        String assignment = row.getString("assignment");
        return new Standing(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("ticket_id")),
                row.getInteger("round"),
                assignment == null ? null : UUID.fromString(assignment),
                row.getString("act"),
                row.getString("region"),
                row.getString("state"),
                row.getString("rule"),
                row.getString("calendar"),
                row.getBoolean("provisional"),
                Limit.parse("1" + row.getString("limit_unit")).unit(),
                StartRule.valueOf(row.getString("start_rule")),
                row.getString("counted"),
                instant(row, "counted_from"),
                OffsetDateTime.parse(row.getString("started_at")).toInstant(),
                OffsetDateTime.parse(row.getString("due_at")).toInstant(),
                instant(row, "yellow_at"),
                instant(row, "paused_at"));
    }

    public boolean paused() {
        return pausedAt != null;
    }

    /** Of what was left of a limit when it went on, not of the limit itself. */
    boolean hasWhatWasLeft() {
        return counted != null && counted.contains(" ");
    }

    Due due() {
        return new Due(dueAt, provisional, calendar);
    }

    private static @Nullable Instant instant(JsonObject row, String name) {
        String text = row.getString(name);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
