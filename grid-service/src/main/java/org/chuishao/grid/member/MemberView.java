package org.chuishao.grid.member;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A role in a grid and who holds it. */
record MemberView(
        String grid,
        MemberRole role,
        String title,
        String worker,
        String name,
        String unit,
        @Nullable String line,
        boolean backup,
        boolean synthetic,
        OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo) {

    static MemberView of(Row row) {
        MemberRole role = MemberRole.valueOf(row.getString("role"));
        return new MemberView(
                row.getString("grid"),
                role,
                role.title(),
                row.getString("worker"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("line"),
                row.getBoolean("backup"),
                row.getBoolean("synthetic"),
                row.getOffsetDateTime("valid_from"),
                row.getOffsetDateTime("valid_to"));
    }
}
