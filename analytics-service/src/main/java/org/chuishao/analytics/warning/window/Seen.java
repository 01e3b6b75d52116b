package org.chuishao.analytics.warning.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as windows count it.
 *
 * @param at when it came in
 * @param who keyed hash of the caller; the ticket's own id where nobody is known
 * @param region division code, the smallest known
 * @param solvedAt when it was last closed as solved
 */
public record Seen(
        UUID ticket,
        Instant at,
        String who,
        String region,
        String category,
        @Nullable Instant solvedAt) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** As windows stand in order. */
    static final Comparator<Seen> BY_TIME = Comparator.comparing(Seen::at).thenComparing(Seen::ticket);

    /** The day that it counts in. */
    public LocalDate day() {
        return at.atZone(CHINA).toLocalDate();
    }

    public Seen whetherSolvedOrNot() {
        return new Seen(ticket, at, who, region, category, null);
    }
}
