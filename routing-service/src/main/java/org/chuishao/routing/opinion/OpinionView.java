package org.chuishao.routing.opinion;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opinion, for a dispatcher.
 *
 * @param outcome OPINION, or why there is none
 * @param expected the classifier's first candidate, or what the ticket was queued as
 * @param agrees the category is the expected one; null without an opinion
 * @param confidence as the model says, 0 to 1: a figure of its own that promises nothing
 * @param reason in the model's words; null where the ticket is secret by now or no key opens it
 * @param tries requests that it took
 * @param tokens that they cost, at most
 * @param millis from the first request to the last answer
 */
record OpinionView(
        OffsetDateTime askedAt,
        String host,
        String model,
        String outcome,
        String expected,
        @Nullable String category,
        @Nullable String categoryName,
        @Nullable Boolean agrees,
        @Nullable Double confidence,
        @Nullable String reason,
        int tries,
        int tokens,
        int millis) {

    record All(UUID ticket, List<OpinionView> items) {}
}
