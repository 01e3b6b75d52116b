package org.chuishao.analytics.warning.life;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.incident.Follow;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person says of a warning. */
record Verdict(
        @Schema(description = "CONFIRMED or FALSE", required = true) @NotNull
        Word verdict,

        @Schema(description = "Why, for those who come after; no names", required = true) @NotBlank @Size(max = 500)
        String reason,

        @Schema(
                description =
                        "What follows where it is confirmed: TICKET (for CLUSTER, FACILITY and ANOMALY where nothing is"
                                + " said), INSPECTION (of the same), PLAN (for SEASON) or REPORT (for the others)")
        @Nullable
        Follow follow) {

    /** The others stand on one person, on what is secret, or on no complaint at all: no order tells of that. */
    private static final Set<WarningRule> OF_PLACES =
            EnumSet.of(WarningRule.CLUSTER, WarningRule.FACILITY, WarningRule.ANOMALY);

    /**
     * Null where nothing follows: it is false.
     *
     * @throws Problem 400 where no ticket can follow from the rule
     */
    @Nullable
    Follow followOf(WarningRule rule) {
        if (verdict == Word.FALSE) {
            return null;
        }
        if (follow != null && follow.isTicket() && !OF_PLACES.contains(rule)) {
            throw Problem.invalid("follow", "may be a ticket only of " + OF_PLACES);
        }
        return follow != null
                ? follow
                : switch (rule) {
                    case CLUSTER, FACILITY, ANOMALY -> Follow.TICKET;
                    case SEASON -> Follow.PLAN;
                    case REPEAT, QUALITY, SAFETY -> Follow.REPORT;
                };
    }

    enum Word {
        CONFIRMED(LifeState.CONFIRMED),
        FALSE(LifeState.FALSE);

        private final LifeState state;

        Word(LifeState state) {
            this.state = state;
        }

        LifeState state() {
            return state;
        }
    }
}
