package org.chuishao.grid.clock;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clock as the API shows it. */
record DeadlineView(
        UUID id,
        UUID ticket,
        @Nullable UUID assignment,
        int round,
        @Schema(description = "What has to be done by then") Act act,

        @Schema(description = "The same in the field's own word")
        String label,

        String region,
        @Nullable String unit,

        @Schema(description = "RUNNING, APPROACHING (yellow), MISSED (red), PAUSED, STOPPED, ANNULLED")
        String state,

        OffsetDateTime startedAt,
        OffsetDateTime dueAt,
        @Nullable OffsetDateTime yellowAt,

        @Schema(description = "Since when it stands still: its end moves by as long as it does") @Nullable
        OffsetDateTime pausedAt,

        @Schema(description = "When the act was done, late or not") @Nullable
        OffsetDateTime stoppedAt,

        @Schema(description = "When a supervisor excused that it was missed: it was done in time without a network")
        @Nullable
        OffsetDateTime excusedAt,

        @Schema(description = "The rule that the limit came from, with its version")
        String rule,

        @Schema(description = "Version of the calendar that it was counted by")
        String calendar,

        @Schema(description = "Reaches into a year whose holidays are not known yet")
        boolean provisional) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static DeadlineView of(Row row) {
        Act act = Act.valueOf(row.getString("act"));
        return new DeadlineView(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getUUID("assignment"),
                row.getInteger("round"),
                act,
                act.label(),
                row.getString("region"),
                row.getString("unit"),
                row.getString("state"),
                local(row.getOffsetDateTime("started_at")),
                local(row.getOffsetDateTime("due_at")),
                orNull(row.getOffsetDateTime("yellow_at")),
                row.getString("state").equals("PAUSED") ? orNull(row.getOffsetDateTime("paused_at")) : null,
                orNull(row.getOffsetDateTime("stopped_at")),
                orNull(row.getOffsetDateTime("excused_at")),
                row.getString("rule"),
                row.getString("calendar"),
                row.getBoolean("provisional"));
    }

    private static OffsetDateTime local(OffsetDateTime time) {
        return local(time.toInstant());
    }

    static OffsetDateTime local(Instant time) {
        return time.atZone(SHANGHAI).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime orNull(@Nullable OffsetDateTime time) {
        return time == null ? null : local(time);
    }
}
