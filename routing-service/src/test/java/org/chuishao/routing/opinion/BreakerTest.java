package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");

    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(60));

    @Test
    void failures_in_a_row_open_it_and_a_success_between_them_does_not() {
        breaker.failed(NOON);
        breaker.failed(NOON);
        breaker.went();
        breaker.failed(NOON);
        breaker.failed(NOON);
        assertThat(breaker.let(4, NOON)).isEqualTo(4);

        breaker.failed(NOON);
        assertThat(breaker.let(4, NOON)).isZero();
        assertThat(breaker.open(NOON.plusSeconds(59))).isTrue();
    }

    @Test
    void after_the_pause_one_tries_and_decides_for_all() {
        for (int i = 0; i < 3; i++) {
            breaker.failed(NOON);
        }
        Instant later = NOON.plusSeconds(60);
        assertThat(breaker.let(4, later)).isOne();

        breaker.failed(later);
        assertThat(breaker.let(4, later.plusSeconds(59))).isZero();

        breaker.went();
        assertThat(breaker.let(4, later.plusSeconds(59))).isEqualTo(4);
    }
}
