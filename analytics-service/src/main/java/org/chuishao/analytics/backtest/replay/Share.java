package org.chuishao.analytics.backtest.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.chuishao.analytics.rates.Wilson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A share with what it is made of. */
@Schema(name = "BacktestShare")
public record Share(
        int numerator,
        int denominator,

        @Schema(description = "0 to 1, four digits; absent where there is nothing to divide by") @Nullable
        BigDecimal value,

        @Schema(description = "Lower end of Wilson's 95% interval") @Nullable
        BigDecimal lower,

        @Schema(description = "Upper end of Wilson's 95% interval") @Nullable
        BigDecimal upper) {

    private static final int DIGITS = 4;

    static Share of(int numerator, int denominator) {
        if (denominator == 0) {
            return new Share(numerator, denominator, null, null, null);
        }
        BigDecimal part = BigDecimal.valueOf(numerator);
        Wilson interval = Wilson.of(part, denominator);
        return new Share(
                numerator,
                denominator,
                part.divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP),
                interval.lower(),
                interval.upper());
    }
}
