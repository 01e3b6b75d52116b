package org.chuishao.grid.unit;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.chuishao.mesh.reference.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the API shows it.
 *
 * @param line the industry line, absent for a unit of the territory
 * @param superior the unit above it on its own ladder
 * @param synthetic made up for the demonstration
 * @param whistlesOut how many sounding whistles it is out on
 * @param dutyHours when its desk is manned; absent for round the clock
 */
record UnitView(
        String id,
        String name,
        UnitKind kind,
        @Nullable String line,
        int level,
        String region,
        @Nullable String superior,
        boolean synthetic,
        OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        int whistlesOut,
        @Nullable DutyHours dutyHours) {

    static UnitView of(Row row) {
        LocalTime from = row.getLocalTime("duty_from");
        return new UnitView(
                row.getString("id"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("line"),
                row.getInteger("level"),
                row.getString("region"),
                row.getString("superior"),
                row.getBoolean("synthetic"),
                row.getOffsetDateTime("valid_from"),
                row.getOffsetDateTime("valid_to"),
                row.getInteger("whistles_out"),
                from == null ? null : new DutyHours(from, row.getLocalTime("duty_to")));
    }
}
