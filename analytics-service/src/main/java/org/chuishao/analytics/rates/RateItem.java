package org.chuishao.analytics.rates;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a figure comes to for one group, as it is answered. */
public record RateItem(
        @Schema(description = "Code of the region, unit, line, category, kind or channel; empty for all")
        String key,

        @Schema(description = "Name of the region or unit") @Nullable
        String name,

        @Schema(
                description = "Class that it is ranked within: of a unit district, town, community, department or"
                        + " company; of a region its level")
        @Nullable
        String tier,

        @Schema(description = "Sum of what its cases weigh; absent where withheld") @Nullable
        BigDecimal numerator,

        @Schema(description = "Cases counted; absent where withheld") @Nullable
        Long denominator,

        @Schema(description = "Cases left out of both; absent where withheld") @Nullable
        Long excluded,

        @Schema(description = "Numerator / denominator, 0 to 1, four digits; absent where there is no case") @Nullable
        BigDecimal value,

        @Schema(description = "Lower end of Wilson's 95% interval") @Nullable
        BigDecimal lower,

        @Schema(description = "Upper end of Wilson's 95% interval") @Nullable
        BigDecimal upper,

        @Schema(description = "Place within its tier, 1 the best; absent where there are too few cases") @Nullable
        Integer rank,

        @Schema(description = "True where a count of fewer persons than may be published stands behind it")
        boolean withheld) {

    static RateItem of(String key, @Nullable String name, @Nullable String tier, Rate rate, @Nullable Integer rank) {
        Wilson interval = rate.interval();
        return new RateItem(
                key,
                name,
                tier,
                rate.plain(),
                rate.denominator(),
                rate.excluded(),
                rate.value(),
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                rank,
                false);
    }

    static RateItem withheld(String key, @Nullable String name, @Nullable String tier) {
        return new RateItem(key, name, tier, null, null, null, null, null, null, null, true);
    }
}
