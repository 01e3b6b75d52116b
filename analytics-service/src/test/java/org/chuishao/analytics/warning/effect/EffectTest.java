package org.chuishao.analytics.warning.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectTest {

    @Test
    void what_did_not_come_is_what_came_before_less_what_came_after() {
        Effect effect = Effect.of(40, 10, 0, 0);

        assertThat(effect.expected()).isEqualTo(40);
        assertThat(effect.prevented()).isEqualTo(30);
        assertThat(effect.lower()).isEqualTo(30 - 1.96 * Math.sqrt(10 + 40), within(1e-9));
        assertThat(effect.upper()).isEqualTo(30 + 1.96 * Math.sqrt(10 + 40), within(1e-9));
    }

    @Test
    void what_the_season_did_elsewhere_is_no_merit() {
        assertThat(Effect.of(40, 20, 200, 100).prevented()).isZero();
        assertThat(Effect.of(40, 20, 100, 200).expected()).isEqualTo(80);
    }

    @Test
    void few_elsewhere_tell_nothing_of_the_season() {
        assertThat(Effect.of(40, 20, 29, 3).expected()).isEqualTo(40);
    }

    @Test
    void where_more_came_nothing_was_prevented() {
        assertThat(Effect.of(10, 15, 0, 0).prevented()).isNegative();
    }
}
