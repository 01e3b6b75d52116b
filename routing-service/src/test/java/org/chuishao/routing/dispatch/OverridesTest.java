package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.routing.dispatch.Overrides.Found;
import org.junit.jupiter.api.Test;

class OverridesTest {

    private static final Found FOUND = new Found("STREET_TRADE", "ORDINARY", "210102");

    @Test
    void what_stands_as_it_was_found_is_none() {
        assertThat(Overrides.of(FOUND, FOUND)).isEmpty();
    }

    @Test
    void each_thing_that_differs_is_one_with_what_was_found() {
        assertThat(Overrides.of(FOUND, new Found("NOISE", "URGENT", "210103")))
                .containsExactly("CATEGORY STREET_TRADE", "SEVERITY ORDINARY", "REGION 210102");
    }

    @Test
    void a_smaller_place_within_says_more_and_a_larger_one_says_otherwise() {
        assertThat(Overrides.of(FOUND, new Found("STREET_TRADE", "ORDINARY", "210102001")))
                .isEmpty();
        assertThat(Overrides.of(FOUND, new Found("STREET_TRADE", "ORDINARY", "2101")))
                .containsExactly("REGION 210102");
    }
}
