package org.chuishao.analytics.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where the true share lies with 95% confidence (Wilson's score interval). For a share of weights between 0 and 1 it is
 * wider than it needs to be.
 */
public record Wilson(BigDecimal lower, BigDecimal upper) {

    private static final double Z = 1.959963984540054;

    /** @param cases of the denominator, at least one */
    public static Wilson of(BigDecimal numerator, long cases) {
        double share = numerator.doubleValue() / cases;
        double squared = Z * Z;
        double centre = share + squared / (2 * cases);
        double spread = Z * Math.sqrt((share * (1 - share) + squared / (4 * cases)) / cases);
        double whole = 1 + squared / cases;
        return new Wilson(bound((centre - spread) / whole), bound((centre + spread) / whole));
    }

    private static BigDecimal bound(double value) {
        return BigDecimal.valueOf(Math.max(0, Math.min(1, value))).setScale(Rate.DIGITS, RoundingMode.HALF_UP);
    }
}
