package org.chuishao.grid.region;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.chuishao.mesh.event.Place.Crs;
import org.jspecify.annotations.Nullable;

/**
 * A region as the API shows it.
 *
 * @param kind and {@code households}: of a grid
 * @param synthetic made up for the demonstration
 * @param crs of the label point, where there is one
 * @param validTo null while the code is in force
 */
record RegionView(
        String code,
        int level,
        String name,
        @Nullable String parent,
        @Nullable String kind,
        @Nullable Integer households,
        boolean synthetic,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable Crs crs,
        OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo) {

    static RegionView of(Row row) {
        Double longitude = row.getDouble("longitude");
        return new RegionView(
                row.getString("code"),
                row.getInteger("level"),
                row.getString("name"),
                row.getString("parent"),
                row.getString("kind"),
                row.getInteger("households"),
                row.getBoolean("synthetic"),
                longitude,
                row.getDouble("latitude"),
                longitude == null ? null : Crs.CGCS2000,
                row.getOffsetDateTime("valid_from"),
                row.getOffsetDateTime("valid_to"));
    }
}
