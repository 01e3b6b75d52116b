package org.chuishao.analytics.backtest;

import java.util.List;
import org.chuishao.analytics.backtest.replay.Raised;
import org.chuishao.analytics.backtest.replay.Scored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a back-test came to. */
@Schema(name = "BacktestResult")
record BacktestResult(
        @Schema(description = "Days gone through, both ends included")
        int days,

        @Schema(description = "Complaints gone through, with those of the weeks before that windows reach back to")
        long complaints,

        @Schema(description = "The steps as they stand first, then each count tried")
        List<Scored> outcomes,

        @Schema(description = "The first " + MOST_LISTED + " warnings that the steps as they stand would have raised")
        List<Raised> raised,

        List<Term> definitions) {

    static final int MOST_LISTED = 200;
}
