package org.chuishao.analytics.rates;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Weights and thresholds of the figures, as a province sets them. */
@ConfigMapping(prefix = "chuishao.figures")
interface RateConfig {

    /** Weight of the response rate in the score. */
    @WithDefault("0.30")
    BigDecimal response();

    /** Weight of the solution rate in the score. */
    @WithDefault("0.35")
    BigDecimal solution();

    /** Weight of the satisfaction in the score. */
    @WithDefault("0.35")
    BigDecimal satisfaction();

    /** What "fairly satisfied" counts; "satisfied" counts 1. */
    @WithDefault("0.8")
    BigDecimal fairlySatisfied();

    /** Within how many days the same person and matter is a repetition. */
    @WithDefault("90")
    int repeatDays();

    /** The smallest denominator that is ranked. */
    @WithDefault("30")
    int rankedFrom();

    /** The smallest count of persons that is published. */
    @WithDefault("5")
    int personsFrom();
}
