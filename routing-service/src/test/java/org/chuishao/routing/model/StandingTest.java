package org.chuishao.routing.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource({
        "49, 49, 0, WAITS", // too few say nothing
        "50, 45, 45, REPLACES", // not worse
        "50, 46, 45, REPLACES",
        "50, 44, 45, REJECTED", // it is not looked at again until it ties
        "50, 0, 0, REJECTED"
    })
    void a_model_replaces_another_only_where_it_is_not_worse(int answered, int right, int before, Standing standing) {
        assertThat(Standing.of(answered, right, before, 50)).isEqualTo(standing);
    }
}
