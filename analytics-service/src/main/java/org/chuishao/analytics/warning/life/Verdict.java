package org.chuishao.analytics.warning.life;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person says of a warning. */
record Verdict(
        @Schema(description = "CONFIRMED or FALSE", required = true) @NotNull
        Word verdict,

        @Schema(description = "Why, for those who come after; no names", required = true) @NotBlank @Size(max = 500)
        String reason) {

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
