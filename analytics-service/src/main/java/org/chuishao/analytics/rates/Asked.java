package org.chuishao.analytics.rates;

import org.chuishao.analytics.figures.Period;
import org.jspecify.annotations.Nullable;

/** A figure of a period, and which of its cases are meant. */
record Asked(
        Figure figure,
        Period period,
        String region,
        @Nullable String unit,
        @Nullable String line,
        @Nullable String category,
        @Nullable String kind,
        @Nullable String channel) {}
