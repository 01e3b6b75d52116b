package org.chuishao.grid.member;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A person as the API shows one: by post. */
record WorkerView(
        String id,
        String name,
        String unit,
        String region,
        boolean synthetic,
        OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo) {

    static WorkerView of(Row row) {
        return new WorkerView(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("region"),
                row.getBoolean("synthetic"),
                row.getOffsetDateTime("valid_from"),
                row.getOffsetDateTime("valid_to"));
    }
}
