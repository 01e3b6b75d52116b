package org.chuishao.analytics.warning.window;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.event.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as windows count it.
 *
 * @param at when it came in
 * @param who keyed hash of the caller; the ticket's own id where nobody is known
 * @param region division code, the smallest known
 * @param solvedAt when it was last closed as solved
 * @param meaning of its words, where a model has read them
 */
public record Seen(
        UUID ticket,
        Instant at,
        String who,
        String region,
        String category,
        @Nullable Instant solvedAt,
        @Nullable Meaning meaning) {

    /** As windows stand in order. */
    static final Comparator<Seen> BY_TIME = Comparator.comparing(Seen::at).thenComparing(Seen::ticket);

    public Seen(UUID ticket, Instant at, String who, String region, String category, @Nullable Instant solvedAt) {
        this(ticket, at, who, region, category, solvedAt, null);
    }

    /** The day that it counts in. */
    public LocalDate day() {
        return at.atZone(China.ZONE).toLocalDate();
    }

    /** What of it matters under a gathering: what does not would be said again whenever it changes. */
    public Seen under(Gathering by) {
        return new Seen(
                ticket,
                at,
                who,
                region,
                category,
                by == Gathering.PERSON ? solvedAt : null,
                by == Gathering.MEANING ? meaning : null);
    }

    public Seen withoutMeaning() {
        return new Seen(ticket, at, who, region, category, solvedAt);
    }

    /** Whether both say the same, in other words: their meanings' cosine is no less than that. */
    boolean isLike(Seen other, double cosine) {
        Meaning mine = meaning;
        Meaning its = other.meaning;
        return mine != null && its != null && mine.cosine(its) >= cosine;
    }
}
