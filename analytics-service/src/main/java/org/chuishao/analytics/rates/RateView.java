package org.chuishao.analytics.rates;

import java.time.LocalDate;
import java.util.List;
import org.chuishao.analytics.figures.Definition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure of a period by groups.
 *
 * @param total of all cases, each person counted once
 */
public record RateView(
        @Schema(description = "The figure", examples = "solution-rate")
        String name,

        Definition.Title title,

        @Schema(description = "Division code that was asked for")
        String region,

        String regionName,

        @Schema(description = "First day, Asia/Shanghai") LocalDate from,
        @Schema(description = "Last day, itself included") LocalDate to,
        String by,
        RateItem total,
        List<RateItem> items) {}
