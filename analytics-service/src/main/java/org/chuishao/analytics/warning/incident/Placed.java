package org.chuishao.analytics.warning.incident;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.analytics.matter.Categories;
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

    /** The first part of its category: the cases of one matter belong together. */
    String matter() {
        return Categories.matter(category);
    }
}
