package org.chuishao.bench.warnings.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {

    private final SplittableRandom random = new SplittableRandom(3);

    @ParameterizedTest
    @EnumSource(Shape.class)
    void the_first_comes_at_once_the_last_in_time(Shape shape) {
        List<Duration> arrivals = shape.arrivals(30, 5, random);

        assertThat(arrivals).hasSize(30).isSorted();
        assertThat(arrivals.get(0)).isZero();
        assertThat(arrivals.get(29)).isLessThanOrEqualTo(Duration.ofHours(5));
    }

    @Test
    void most_of_a_burst_come_early() {
        List<Duration> arrivals = Shape.BURST.arrivals(400, 10, random);

        assertThat(arrivals.get(200)).isLessThan(Duration.ofHours(3));
    }
}
