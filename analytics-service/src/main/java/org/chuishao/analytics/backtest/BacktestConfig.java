package org.chuishao.analytics.backtest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much back-testing there is at once, and how long it is remembered. */
@ConfigMapping(prefix = "chuishao.backtests")
interface BacktestConfig {

    /** Jobs that wait for a replica; the next one is answered 429. */
    @WithDefault("20")
    int waiting();

    /** A job without a sign of life for so long has failed. */
    @WithDefault("2m")
    Duration silence();

    /** How long one may take. */
    @WithDefault("15m")
    Duration longest();

    /** How long jobs and their results are kept. */
    @WithDefault("90d")
    Duration keep();
}
