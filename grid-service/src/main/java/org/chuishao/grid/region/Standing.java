package org.chuishao.grid.region;

import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.chuishao.grid.outline.Outline;
import org.jspecify.annotations.Nullable;

/**
 * The register around grids that are to be redrawn.
 *
 * @param old the grids that are to end, those that there are
 * @param taken codes of the new grids that stand in the register already
 * @param staying base grids of the community with an outline, beside the old ones
 */
record Standing(OffsetDateTime now, List<Grid> old, List<String> taken, List<Grid> staying) {

    /** @param wkb in hexadecimal digits */
    record Grid(
            String code,
            @Nullable Integer households,
            OffsetDateTime validFrom,
            @Nullable OffsetDateTime validTo,
            @Nullable String wkb) {

        @Nullable
        Outline outline() {
            return wkb == null ? null : Outline.ofWkb(HexFormat.of().parseHex(wkb));
        }
    }
}
