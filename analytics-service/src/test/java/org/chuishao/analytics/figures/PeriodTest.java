package org.chuishao.analytics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;

class PeriodTest {

    /** One in the morning of 24 November in China. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T17:00:00Z"), ZoneOffset.UTC);

    @Test
    void a_day_begins_and_ends_at_midnight_in_china() {
        Period day = Period.of("2026-11-23", "2026-11-23", CLOCK);

        assertThat(day.begin()).isEqualTo(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(day.end()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
    }

    @Test
    void where_nothing_is_said_it_is_thirty_days_up_to_today() {
        assertThat(Period.of(null, null, CLOCK))
                .isEqualTo(new Period(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 11, 24)));
    }

    @Test
    void it_has_at_most_366_days() {
        assertThat(Period.of("2024-01-01", "2024-12-31", CLOCK).from()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThatThrownBy(() -> Period.of("2024-01-01", "2025-01-01", CLOCK)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Period.of("2024-01-02", "2024-01-01", CLOCK)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Period.of("+999999999-01-01", null, CLOCK)).isInstanceOf(Problem.class);
    }

    @Test
    void more_than_31_days_are_long() {
        assertThat(Period.of("2026-10-01", "2026-10-31", CLOCK).isLong()).isFalse();
        assertThat(Period.of("2026-10-01", "2026-11-01", CLOCK).isLong()).isTrue();
    }
}
