package org.chuishao.analytics.warning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.junit.jupiter.api.Test;

/** By the notice for 2026: Spring Festival is off from 15 to 23 February, and worked on Saturdays 14 and 28. */
class WorkedDaysTest {

    @Test
    void an_ordinary_day_is_like_itself() {
        assertThat(like("2026-03-04")).contains(LocalDate.parse("2026-03-04"));
        assertThat(like("2026-03-07")).contains(LocalDate.parse("2026-03-07"));
    }

    @Test
    void a_holiday_is_like_no_other_day_weekends_in_it_included() {
        assertThat(like("2026-02-17")).isEmpty();
        assertThat(like("2026-02-21")).isEmpty();
        assertThat(like("2026-02-22")).isEmpty();
    }

    @Test
    void a_weekend_that_is_worked_is_like_the_friday_before() {
        assertThat(like("2026-02-14")).contains(LocalDate.parse("2026-02-13"));
        assertThat(like("2026-02-28")).contains(LocalDate.parse("2026-02-27"));
    }

    private static Optional<LocalDate> like(String day) {
        return WorkedDays.like(LocalDate.parse(day), WorkCalendar.shipped());
    }
}
