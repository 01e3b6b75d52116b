package org.chuishao.analytics.warning.season;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time of the year that brings a matter. */
@Schema(name = "Season", description = "A time of the year that brings a matter")
record Season(
        @Schema(examples = "供暖季开始", required = true) @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "Division code of where", examples = "2101", required = true) @NotNull
        String region,

        @Schema(examples = "HEATING_OFF", required = true) @NotNull @Pattern(regexp = "[A-Z0-9_.]{1,100}")
        String category,

        @Schema(description = "First day", required = true) @NotNull
        LocalDate begins,

        @Schema(description = "Last day, itself included", required = true) @NotNull
        LocalDate ends,

        @Schema(description = "So many days before it begins a plan is due", examples = "14", required = true)
        @Min(0)
        @Max(180)
        int leadDays) {

    private static final int LONGEST_DAYS = 366;

    /** @throws Problem 400 where it ends before it begins, or is longer than a year */
    void check() {
        if (ends.isBefore(begins)) {
            throw Problem.invalid("ends", "must not be before begins");
        }
        if (ends.isAfter(begins.plusDays(LONGEST_DAYS))) {
            throw Problem.invalid("ends", "must be at most " + LONGEST_DAYS + " days after begins");
        }
    }
}
