package org.chuishao.analytics.heat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LightTest {

    @Test
    void what_is_late_is_red_whatever_else_there_is() {
        assertThat(Light.of(1, 0, 0)).isEqualTo(Light.RED);
        assertThat(Light.of(1, 2, 3)).isEqualTo(Light.RED);
    }

    @Test
    void what_runs_out_or_is_warned_of_is_yellow() {
        assertThat(Light.of(0, 1, 0)).isEqualTo(Light.YELLOW);
        assertThat(Light.of(0, 0, 1)).isEqualTo(Light.YELLOW);
    }

    @Test
    void where_nothing_presses_it_is_green() {
        assertThat(Light.of(0, 0, 0)).isEqualTo(Light.GREEN);
    }
}
