package org.chuishao.bench.warnings.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DoublesTest {

    private static final UUID TICKET = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    private final Raised first = warning("1", "CLUSTER", "RAISED", Duration.ZERO, TICKET);

    @Test
    void two_that_are_open_at_once_are_one_too_many() {
        Raised second = warning("2", "CLUSTER", "RAISED", Duration.ofDays(9), OTHER);

        assertThat(Doubles.among(List.of(second, first))).containsExactly(second);
    }

    @Test
    void one_that_lapsed_before_the_next_came_is_another_time() {
        Raised lapsed = warning("1", "CLUSTER", "LAPSED", Duration.ZERO, TICKET);

        assertThat(Doubles.among(List.of(lapsed, warning("2", "CLUSTER", "RAISED", Duration.ofDays(9), OTHER))))
                .isEmpty();
    }

    @Test
    void one_that_was_still_joined_when_the_next_came_was_open_then() {
        Raised lapsed = warning("1", "CLUSTER", "LAPSED", Duration.ZERO, TICKET);
        Raised second = warning("2", "CLUSTER", "LAPSED", Duration.ofMinutes(30), OTHER);

        assertThat(Doubles.among(List.of(lapsed, second))).containsExactly(second);
    }

    @Test
    void two_persons_of_one_place_are_two_scopes() {
        Raised one = warning("1", "REPEAT", "RAISED", Duration.ZERO, TICKET);

        assertThat(Doubles.among(List.of(one, warning("2", "REPEAT", "RAISED", Duration.ZERO, OTHER))))
                .isEmpty();
        assertThat(Doubles.among(List.of(one, warning("3", "REPEAT", "RAISED", Duration.ZERO, TICKET))))
                .hasSize(1);
    }

    @Test
    void two_rules_may_see_the_same() {
        assertThat(Doubles.among(List.of(first, warning("2", "ANOMALY", "RAISED", Duration.ZERO, TICKET))))
                .isEmpty();
    }

    private static Raised warning(String id, String rule, String state, Duration after, UUID ticket) {
        Instant at = Made.BEGINS.plus(after);
        return new Raised(
                id,
                rule,
                state,
                Made.COMMUNITY,
                Made.BURST,
                null,
                at,
                at,
                at.plus(Duration.ofHours(1)),
                Set.of(ticket));
    }
}
