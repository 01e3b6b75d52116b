package org.chuishao.analytics.warning.life;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.incident.Follow;
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
                                + " said), INSPECTION, PLAN (for SEASON) or REPORT (for the others)")
        @Nullable
        Follow follow) {

    /** Null where nothing follows: it is false. */
    @Nullable
    Follow followOf(WarningRule rule) {
        if (verdict == Word.FALSE) {
            return null;
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
