package org.chuishao.analytics.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a figure comes to for one group.
 *
 * @param excluded cases that are left out of both
 * @param persons distinct callers behind the denominator, where the figure is about persons
 * @param counted distinct callers behind the numerator
 */
record Rate(BigDecimal numerator, long denominator, long excluded, long persons, long counted) {

    static final int DIGITS = 4;

    /** The numerator without zeros that say nothing: 3, and not 3.00. */
    BigDecimal plain() {
        BigDecimal plain = numerator.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** To four digits; null where there is nothing to divide by. */
    @Nullable
    BigDecimal value() {
        return denominator == 0
                ? null
                : numerator.divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP);
    }

    @Nullable
    Wilson interval() {
        return denominator == 0 ? null : Wilson.of(numerator, denominator);
    }

    /** Whether a small count of persons could be read from it. */
    boolean tellsOfFew(int smallest) {
        return (persons > 0 && persons < smallest) || (counted > 0 && counted < smallest);
    }

    /** By the exact shares, which four digits may not tell apart. */
    int compareShare(Rate other) {
        return numerator
                .multiply(BigDecimal.valueOf(other.denominator))
                .compareTo(other.numerator.multiply(BigDecimal.valueOf(denominator)));
    }
}
