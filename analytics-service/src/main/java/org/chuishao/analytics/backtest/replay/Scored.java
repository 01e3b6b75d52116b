package org.chuishao.analytics.backtest.replay;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a rule would have fared with some steps. */
@Schema(name = "BacktestOutcome")
public record Scored(
        @Schema(description = "The count of the lowest step that was tried; absent for the steps as they stand")
        @Nullable
        Integer tried,

        @Schema(description = "Warnings that would have been raised in the days")
        int raised,

        @Schema(description = "Of those raised, the ones about a confirmed incident")
        int right,

        @Schema(description = "Of those raised, the ones about a warning that was found false, and about no incident")
        int wrong,

        @Schema(description = "Of those raised, the ones that nobody has judged the like of; in no share")
        int unjudged,

        @Schema(description = "right / (right + wrong)") Share precision,

        @Schema(description = "Confirmed incidents of the days that it would have warned of / all of them")
        Share recall,

        @Schema(description = "Before the incident's tenth complaint came in")
        Lead beforeTenthComplaint,

        @Schema(description = "Before the incident was confirmed")
        Lead beforeVerdict,

        @Schema(description = "Before the warning that was really raised was decided")
        Lead beforeOwnDecision,

        @Schema(description = "raised / days, two digits") BigDecimal perDay) {}
