package org.chuishao.grid.whistle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.WhistleEvent.Improper;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.jspecify.annotations.Nullable;

/**
 * A whistle as the API shows it. Words are without numbers that point to a person, and null where no key opens them.
 *
 * @param confirmed null while nobody has said
 * @param code to be shown on site; only on the blower's side
 * @param notes left out of lists, as are ratings
 */
record WhistleView(
        UUID id,
        UUID ticket,
        @Nullable String number,
        WhistleKind kind,
        String region,
        Severity severity,
        boolean danger,
        Rank blowerRank,
        String blower,
        @Nullable String matter,
        @Nullable String code,
        Whistle.Phase phase,
        @Nullable Boolean confirmed,
        @Nullable String refusal,
        int quorum,
        @Nullable Instant reportInBy,
        Instant blownAt,
        @Nullable Instant soundedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant closedAt,
        @Nullable Instant reportedAt,
        @Nullable String outcome,
        @Nullable String legalOutcome,
        @Nullable String milestones,
        List<CallView> calls,
        List<NoteView> notes,
        List<RatingView> ratings) {

    /**
     * A department that is called.
     *
     * @param out how many sounding whistles it is out on, this one included
     * @param proof how it is known that it was there
     * @param supervision of its absence: 0 none, 1 county, 2 city, 3 province
     */
    record CallView(
            UUID id,
            String department,
            @Nullable String substitute,
            Call.Phase phase,
            int out,
            @Nullable Instant signedAt,
            @Nullable Instant arrivedAt,
            @Nullable String proof,
            @Nullable String who,
            boolean leader,
            Call.Share shareState,
            @Nullable String share,
            @Nullable Instant shareUntil,
            @Nullable String shareResult,
            Call.Objection objection,
            @Nullable Improper improper,
            @Nullable String ground,
            @Nullable String decision,
            int supervision) {}

    record NoteView(String by, @Nullable String note, boolean report, Instant at) {}

    record RatingView(String by, String of, int response, int attitude, int solution) {}
}
