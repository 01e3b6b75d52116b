package org.chuishao.analytics.warning.window;

import java.time.Duration;
import java.util.List;
import org.chuishao.analytics.warning.WarningLevel;

/**
 * From where on a window is hot.
 *
 * @param count so many distinct people (CLUSTER, FACILITY) or tickets (REPEAT); for ANOMALY the day's count must be above it
 * @param within at most so long from the first to the last; for QUALITY from the solution to the next complaint
 * @param places in so many communities of a town at least, each by itself
 * @param sigmas ANOMALY: so many standard deviations above the mean of such days
 */
public record Step(WarningLevel level, int count, Duration within, int places, double sigmas) {

    public Step(WarningLevel level, int count, Duration within) {
        this(level, count, within, 1, 0);
    }

    /** What the lowest of them asks for. */
    public static int least(List<Step> steps) {
        return steps.stream().mapToInt(Step::count).min().orElse(1);
    }
}
