package org.chuishao.routing.model;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether the model may dispatch a line's tickets by itself.
 *
 * @param line an industry line, or TERRITORY for what none has
 * @param enabled nobody has given it any line at first
 * @param threshold the confidence from which on it does so, 0 to 1; null where too few were confirmed or too many were wrong
 * @param confirmed answers of the model in use within the line that were confirmed
 * @param right of these
 */
record AutomaticLine(
        String line,
        boolean enabled,
        @Nullable OffsetDateTime since,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Double threshold,
        int confirmed,
        int right) {}
