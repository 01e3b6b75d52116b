package org.chuishao.routing.dispatch;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chuishao.routing.learn.Answer.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A decision, for people.
 *
 * @param outcome DISPATCHED or QUEUED (before a dispatcher)
 * @param mode AUTO or HUMAN
 * @param candidates categories that a model would have chosen among, the likeliest first
 * @param basis the catalogue entry or rule
 * @param words the dispatcher's own, without numbers that point to a person; null where no key opens them
 * @param waitedSeconds in the queue, until a dispatcher decided
 * @param handledSeconds in his hand; null where he had not claimed it
 * @param overrides where he decided otherwise than what was found
 * @param late it came too late on the log and does not count
 */
record DecisionView(
        OffsetDateTime at,
        String outcome,
        String mode,
        String actor,
        String severity,
        String category,
        @Nullable Double confidence,
        @Nullable String model,
        List<String> evidence,
        List<Candidate> candidates,
        String region,
        @Nullable String leadUnit,
        List<String> assistingUnits,
        List<String> copies,
        String basis,
        @Nullable String words,
        @Nullable Double waitedSeconds,
        @Nullable Double handledSeconds,
        List<Overrides.Overruled> overrides,
        boolean late) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static DecisionView of(Decision it, ShownWords words) {
        return new DecisionView(
                it.at.truncatedTo(ChronoUnit.MILLIS).atZone(CHINA).toOffsetDateTime(),
                it.outcome,
                it.mode,
                it.actor,
                it.severity,
                it.category,
                it.confidence,
                it.model,
                List.of(it.evidence),
                Json.list(it.candidates, Candidate.class),
                it.region,
                it.leadUnit,
                List.of(it.assisting),
                List.of(it.copies),
                it.basis,
                words.of(it.ticket, it.words),
                it.waitedSeconds,
                it.handledSeconds,
                Overrides.read(it.overrides),
                it.late);
    }
}
