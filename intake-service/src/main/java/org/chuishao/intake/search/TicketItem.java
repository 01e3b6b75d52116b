package org.chuishao.intake.search;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.State;
import org.jspecify.annotations.Nullable;

/** One ticket in a list. */
record TicketItem(
        UUID id,
        String number,
        State state,
        int round,
        Channel channel,
        Kind kind,
        boolean secret,
        @Nullable String title,
        String region,
        String regionName,
        @Nullable String category,
        @Nullable String severity,
        @Nullable String leadUnit,
        @Nullable String sourceNumber,
        Instant receivedAt,
        @Nullable Instant closedAt) {

    static final String COLUMNS =
            "id, number, state, round, channel, kind, secret, units_in_hand, title, region, category, severity,"
                    + " lead_unit, source_number, received_at, closed_at";

    static TicketItem of(Row row, @Nullable String title, String regionName) {
        return new TicketItem(
                row.getUUID("id"),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getInteger("round"),
                Channel.valueOf(row.getString("channel")),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("secret"),
                title,
                row.getString("region"),
                regionName,
                row.getString("category"),
                row.getString("severity"),
                row.getString("lead_unit"),
                row.getString("source_number"),
                row.getOffsetDateTime("received_at").toInstant(),
                instant(row.getOffsetDateTime("closed_at")));
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
