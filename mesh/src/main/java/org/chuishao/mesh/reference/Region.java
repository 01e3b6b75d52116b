package org.chuishao.mesh.reference;

import org.jspecify.annotations.Nullable;

/**
 * A region as it stands on the topic {@code regions}.
 *
 * @param code division code; a prefix names an ancestor
 * @param level 1 province, 2 city, 3 county, 4 town or street, 5 community or village, 6 grid
 * @param synthetic made up for the demonstration, to be replaced by an import
 * @param longitude of the label point, CGCS2000, where known
 */
public record Region(
        String code,
        int level,
        String name,
        @Nullable String parent,
        boolean synthetic,
        @Nullable Double longitude,
        @Nullable Double latitude) {}
