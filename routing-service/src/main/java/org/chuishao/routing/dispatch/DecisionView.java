package org.chuishao.routing.dispatch;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision, for people.
 *
 * @param outcome DISPATCHED or QUEUED (before a dispatcher)
 * @param mode AUTO or HUMAN
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
        String region,
        @Nullable String leadUnit,
        List<String> assistingUnits,
        List<String> copies,
        String basis,
        boolean late) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static DecisionView of(Decision it) {
        return new DecisionView(
                it.at.atZone(CHINA).toOffsetDateTime(),
                it.outcome,
                it.mode,
                it.actor,
                it.severity,
                it.category,
                it.confidence,
                it.model,
                List.of(it.evidence),
                it.region,
                it.leadUnit,
                List.of(it.assisting),
                List.of(it.copies),
                it.basis,
                it.late);
    }
}
