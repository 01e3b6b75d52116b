package org.chuishao.local.replay.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantileTest {

    private final long[] oneToHundredMillis =
            LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).toArray();

    @Test
    void theMedianAndTheTailAreMeasurementsThatWereMade() {
        assertThat(Quantile.millis(oneToHundredMillis, 0.5)).isEqualTo(50);
        assertThat(Quantile.millis(oneToHundredMillis, 0.99)).isEqualTo(99);
        assertThat(Quantile.millis(oneToHundredMillis, 1)).isEqualTo(100);
    }

    @Test
    void nothingMeasuredIsNoNumber() {
        assertThat(Quantile.millis(new long[0], 0.5)).isNaN();
    }
}
