package org.chuishao.mesh.sql;

import java.time.Instant;
import java.time.OffsetDateTime;

/** The instant of a native query's column, which comes as the driver has it or as Hibernate does, by how it is asked for. */
public final class NativeTime {

    private NativeTime() {}

    public static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
