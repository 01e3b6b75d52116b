package org.chuishao.grid.verification;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.grid.assignment.Matter;
import org.jspecify.annotations.Nullable;

/**
 * What a grid is asked to look at.
 *
 * @param unit whose desk has it where nobody works in the grid; null for a place larger than a county
 * @param question without numbers that point to a person; null where no key opens it
 * @param matter left out of lists
 */
record VerificationView(
        UUID ticket,
        @Nullable String number,
        String region,
        @Nullable String unit,
        @Nullable String worker,
        @Nullable String question,
        Instant askedAt,
        @Nullable Matter matter) {

    VerificationView with(@Nullable Matter it) {
        return new VerificationView(ticket, number, region, unit, worker, question, askedAt, it);
    }
}
