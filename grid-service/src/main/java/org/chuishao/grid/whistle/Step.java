package org.chuishao.grid.whistle;

import java.util.Locale;

/** What may be done about a whistle, by the name of its sub-resource. */
enum Step {
    CONFIRMATIONS,
    SIGNATURES,
    ARRIVALS,
    SHARES,
    RESULTS,
    NOTES,
    OBJECTIONS,
    DECISION,
    CLOSURE,
    REPORTS,
    RATINGS;

    /** As the path and a refusal have it. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
