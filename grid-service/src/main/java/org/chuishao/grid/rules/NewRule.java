package org.chuishao.grid.rules;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.Hours;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule for tickets that had none of their own, and what it is to say. */
record NewRule(
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,79}") @NotNull
        String id,

        @NotNull Act act,
        @NotNull Severity level,

        @Schema(description = "Division in which it holds, with all in it; only ops sets one that holds anywhere")
        @Pattern(regexp = "[0-9]{2,15}")
        @Nullable
        String region,

        @Schema(description = "A category's code, or its beginning and a star")
        @Pattern(regexp = "[A-Z0-9_.-]{1,60}\\*?")
        @Nullable
        String category,

        @Schema(description = "Industry line whose own clock it is") @Nullable
        String line,

        @Schema(description = "Local hours in which the clock starts, such as 22:00-06:00") @Nullable
        String hours,

        @Schema(description = "10min 24h 15d natural, 2wh 5wd working, 9months") @NotNull
        String limit,

        @Nullable StartRule start,
        boolean stops,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo,

        @NotBlank @Size(max = 200) String source) {

    Terms terms() {
        return new Terms(limit, start, stops, validFrom, validTo, false, source);
    }

    ClockRule rule(LocalDate today) {
        terms().require(act, today);
        try {
            return new ClockRule(
                    id,
                    act,
                    level,
                    region,
                    category,
                    line,
                    hours == null ? null : Hours.parse(hours),
                    terms().time(),
                    terms().startOrAtOnce(),
                    stops,
                    "1",
                    validFrom,
                    validTo,
                    false,
                    source);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(hours == null ? "region" : "hours", String.valueOf(e.getMessage()));
        }
    }
}
