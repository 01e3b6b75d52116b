package org.chuishao.analytics.warning.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A warning, as far as it decides what incident it belongs to.
 *
 * @param incident that it belongs to so far
 */
record Placed(
        UUID warning,
        String region,
        String category,
        @Nullable String network,
        Instant firstAt,
        Instant lastAt,
        @Nullable UUID incident) {

    /** Digits of a city's code. */
    static final int CITY = 4;

    /** City and matter: within them warnings may be about one incident. */
    String key() {
        return Matters.of(region, category);
    }
}
