package org.chuishao.grid.region;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import org.chuishao.mesh.event.Place.Crs;
import org.jspecify.annotations.Nullable;

/**
 * A region as the API shows it.
 *
 * @param kind and {@code households}: of a grid
 * @param synthetic made up for the demonstration
 * @param crs of the label point, where there is one
 * @param outlined whether the register has its outline
 * @param validTo null while the code is in force
 * @param successors grids that took its place when it was split or merged
 * @param predecessors grids whose place it took
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
        boolean outlined,
        OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        @Nullable List<String> successors,
        @Nullable List<String> predecessors) {

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
                row.getBoolean("outlined"),
                row.getOffsetDateTime("valid_from"),
                row.getOffsetDateTime("valid_to"),
                codes(row.getArrayOfStrings("successors")),
                codes(row.getArrayOfStrings("predecessors")));
    }

    private static @Nullable List<String> codes(String @Nullable [] codes) {
        return codes == null ? null : List.of(codes);
    }
}
