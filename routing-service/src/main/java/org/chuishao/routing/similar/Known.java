package org.chuishao.routing.similar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a ticket to tell its matter by. */
record Known(Sketch sketch, String region, @Nullable String category, Instant at) {

    /** A category's highest: its finer ones are told apart by few words. */
    boolean ofCategory(@Nullable String other) {
        return category != null && other != null && top(category).equals(top(other));
    }

    private static String top(String category) {
        int dot = category.indexOf('.');
        return dot < 0 ? category : category.substring(0, dot);
    }
}
