package org.chuishao.bench.warnings.world;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A citizen's complaint, as it will be a ticket.
 *
 * @param at when it comes in
 * @param phone made up; one person has one
 * @param community division code of twelve digits
 * @param category the most particular one
 * @param pace how long a unit takes to a result, in each round
 */
public record Complaint(
        UUID ticket,
        Instant at,
        String phone,
        String community,
        String category,
        String title,
        String body,
        Course course,
        Duration pace) {

    /** What the services need around a unit's own work in a round, at most: dispatch, review, calling back. */
    private static final Duration AROUND = Duration.ofHours(8);

    /** The last that happens to it has happened by then. */
    public Instant over() {
        int rounds =
                switch (course) {
                    case LEFT, WITHDRAWN_AT_ONCE, WITHDRAWN -> 0;
                    case EXPLAINED, SOLVED -> 1;
                    case REWORKED_ONCE, REWORKED_TWICE -> 2;
                };
        return at.plus(AROUND).plus(pace.plus(AROUND).multipliedBy(rounds));
    }
}
