package org.chuishao.analytics.word;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as people in China read them. */
public final class China {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private China() {}

    public static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atZone(ZONE).toOffsetDateTime();
    }

    /** A column that is never empty. */
    public static OffsetDateTime at(Row row, String column) {
        return row.getOffsetDateTime(column).atZoneSameInstant(ZONE).toOffsetDateTime();
    }

    public static @Nullable OffsetDateTime maybe(Row row, String column) {
        return row.getOffsetDateTime(column) == null ? null : at(row, column);
    }
}
