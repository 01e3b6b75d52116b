package org.chuishao.analytics.warning.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.chuishao.analytics.warning.WarningRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The steps of a rule for a part of the province. */
@Schema(name = "WarningSteps")
record StepSetView(
        WarningRule rule,
        String region,

        @Schema(description = "With all below it; empty for all")
        String category,

        List<StepView> steps) {

    /** What is sent to change them. */
    @Schema(name = "NewWarningSteps")
    record Body(
            @Schema(
                    description = "All of them. A count that is never reached switches the rule off there.",
                    required = true)
            @NotNull
            @Size(min = 1, max = 10)
            List<@Valid @NotNull StepView> steps) {}

    static StepSetView of(StepSet set) {
        return new StepSetView(
                set.rule(),
                set.region(),
                set.category(),
                set.steps().stream().map(StepView::of).toList());
    }
}
