package org.chuishao.routing.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Instants as the API shows them: in Chinese time, to the millisecond. */
public final class InChina {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private InChina() {}

    public static OffsetDateTime of(OffsetDateTime instant) {
        return of(instant.toInstant());
    }

    public static OffsetDateTime of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atZone(ZONE).toOffsetDateTime();
    }
}
