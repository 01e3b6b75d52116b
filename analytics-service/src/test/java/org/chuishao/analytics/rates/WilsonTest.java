package org.chuishao.analytics.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WilsonTest {

    /** Newcombe 1998, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
    @Test
    void it_is_the_interval_of_the_textbook() {
        assertThat(of(81, 263)).isEqualTo("0.2553 to 0.3662");
        assertThat(of(15, 148)).isEqualTo("0.0624 to 0.1605");
        assertThat(of(0, 20)).isEqualTo("0.0000 to 0.1611");
        assertThat(of(1, 29)).isEqualTo("0.0061 to 0.1718");
    }

    @Test
    void all_of_few_is_far_from_certain() {
        assertThat(of(5, 5)).isEqualTo("0.5655 to 1.0000");
    }

    private static String of(int numerator, int cases) {
        Wilson interval = Wilson.of(BigDecimal.valueOf(numerator), cases);
        return interval.lower() + " to " + interval.upper();
    }
}
