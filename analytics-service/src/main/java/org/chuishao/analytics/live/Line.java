package org.chuishao.analytics.live;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.analytics.word.China;
import org.jspecify.annotations.Nullable;

/**
 * One line as it is kept.
 *
 * @param mark its place among all
 * @param warning it is of a warning, otherwise of a ticket
 * @param subject the ticket or the warning; null where it may not be told
 */
record Line(
        long mark,
        boolean warning,
        OffsetDateTime at,
        String region,
        @Nullable UUID subject,
        @Nullable String number,
        String type,
        @Nullable String category,
        String state,
        boolean late,
        @Nullable String rule,
        @Nullable String level) {

    static Line of(Row row) {
        return new Line(
                row.getLong("seq"),
                row.getBoolean("warning"),
                China.at(row, "at"),
                row.getString("region"),
                row.getUUID("subject"),
                row.getString("number"),
                row.getString("type"),
                row.getString("category"),
                row.getString("state"),
                row.getBoolean("late"),
                row.getString("rule"),
                row.getString("level"));
    }
}
