package org.chuishao.analytics.warning.rule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.window.Step;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From where on a window is hot. */
@Schema(name = "WarningStep")
public record StepView(
        @Schema(required = true) @NotNull WarningLevel level,

        @Schema(
                description =
                        "So many distinct people (CLUSTER, FACILITY) or tickets (REPEAT, QUALITY); ANOMALY: the day's"
                                + " count must be above it",
                required = true)
        @Min(1)
        @Max(100_000)
        int count,

        @Schema(description = "At most so many minutes from the first to the last", required = true)
        @Min(1)
        @Max(129_600)
        int withinMinutes,

        @Schema(description = "CLUSTER: in so many communities of a town, each by itself; 1 where absent")
        @Min(1)
        @Max(100)
        @Nullable
        Integer places,

        @Schema(description = "ANOMALY: standard deviations above the mean of such days; 0 where absent")
        @Min(0)
        @Max(100)
        @Nullable
        Double sigmas) {

    public static StepView of(Step step) {
        return new StepView(step.level(), step.count(), (int) step.within().toMinutes(), step.places(), step.sigmas());
    }

    public Step step() {
        return new Step(
                level,
                count,
                Duration.ofMinutes(withinMinutes),
                places == null ? 1 : places,
                sigmas == null ? 0 : sigmas);
    }
}
