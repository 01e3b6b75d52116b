package org.chuishao.grid.imports;

import java.time.OffsetDateTime;
import org.chuishao.grid.outline.Outline;
import org.chuishao.mesh.reference.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A region as a file has it.
 *
 * @param kind of a grid, else null
 * @param households null where the file does not say
 * @param validFrom null where the file does not say: from the import on, or as it was
 * @param outline null where the file has none: as it was
 */
record RegionRow(
        Where where,
        String code,
        int level,
        String name,
        @Nullable GridKind kind,
        @Nullable Integer households,
        @Nullable OffsetDateTime validFrom,
        @Nullable Outline outline) {

    @Nullable
    String parent() {
        return level == 1 ? null : RegionCode.at(code, level - 1);
    }

    boolean isOutlinedBaseGrid() {
        return kind == GridKind.BASE && outline != null;
    }
}
