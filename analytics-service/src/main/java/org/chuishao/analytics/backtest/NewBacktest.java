package org.chuishao.analytics.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.rule.StepView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be tried. */
@Schema(name = "NewBacktest")
record NewBacktest(
        @Schema(description = "CLUSTER, FACILITY, REPEAT, ANOMALY or QUALITY", required = true) @NotNull
        WarningRule rule,

        @Schema(description = "Division code, wholly in the caller's scope", examples = "2101", required = true)
        @NotNull
        String region,

        @Schema(description = "With all below it; absent for all")
        @Pattern(regexp = "[A-Za-z0-9_.:-]{1,100}", message = "must be a code of letters, digits and _ . : -")
        @Nullable
        String category,

        @Schema(description = "First day (Asia/Shanghai)", examples = "2026-09-01", required = true) @NotNull
        String from,

        @Schema(description = "Last day, itself included; at most 366 days", examples = "2026-11-30", required = true)
        @NotNull
        String to,

        @Schema(description = "As in /warning-rules; absent: those in force, each where it is in force")
        @Size(min = 1, max = 10)
        @Nullable
        List<@Valid @NotNull StepView> steps,

        @Schema(
                description = "Counts that the lowest step is tried with in the same go, the others as they stand: the"
                        + " points of a curve",
                examples = "[3, 5, 8]")
        @JsonProperty("try")
        @Size(min = 1, max = 20)
        @Nullable
        List<@NotNull @Min(1) @Max(100_000) Integer> counts) {}
