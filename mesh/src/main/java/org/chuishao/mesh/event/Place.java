package org.chuishao.mesh.event;

import org.jspecify.annotations.Nullable;

/**
 * Where a matter is, as the caller said it and as far as it is known. The words are sealed: they may hold a door number.
 *
 * @param region division code of any level (2, 4, 6, 9, 12 or 15 digits)
 * @param longitude degrees, in the system named by {@code crs}
 * @param latitude degrees, in the system named by {@code crs}
 */
public record Place(
        @Nullable Sealed text,
        @Nullable String region,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable Crs crs) {

    /** Coordinate systems that Chinese map kits and devices use; hundreds of metres apart. */
    public enum Crs {
        CGCS2000,
        WGS84,
        GCJ02,
        BD09
    }
}
