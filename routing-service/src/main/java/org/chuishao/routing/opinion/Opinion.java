package org.chuishao.routing.opinion;

import org.jspecify.annotations.Nullable;

/**
 * What a model took a ticket to be about.
 *
 * @param category of the closed list
 * @param confidence 0 to 1, as the model says; null where it does not
 */
record Opinion(
        String category,
        @Nullable Double confidence,
        @Nullable String reason) {}
