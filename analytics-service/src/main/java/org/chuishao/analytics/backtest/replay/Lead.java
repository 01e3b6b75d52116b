package org.chuishao.analytics.backtest.replay;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much earlier incidents would have been warned of than something happened. */
@Schema(name = "BacktestLead")
public record Lead(
        @Schema(description = "Median minutes; below 0 where it would have come later; absent without an incident")
        @Nullable
        Double medianMinutes,

        @Schema(description = "Incidents that it is the median of")
        int incidents) {

    private static final double SECONDS = 60;

    /** @param seconds of each incident */
    static Lead of(List<Long> seconds) {
        if (seconds.isEmpty()) {
            return new Lead(null, 0);
        }
        List<Long> sorted = seconds.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
        return new Lead(Math.round(10 * median / SECONDS) / 10.0, sorted.size());
    }
}
