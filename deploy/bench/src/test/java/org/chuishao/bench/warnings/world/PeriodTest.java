package org.chuishao.bench.warnings.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private final Period period = new Period();

    @Test
    void the_weekend_within_the_national_holidays_is_holiday_and_a_usual_one_is_not() {
        assertThat(period.holiday(LocalDate.of(2025, 10, 4))).isTrue();
        assertThat(period.holiday(LocalDate.of(2025, 10, 5))).isTrue();
        assertThat(period.holiday(LocalDate.of(2025, 9, 20))).isFalse();
        assertThat(period.days().stream().filter(period::holiday)).hasSize(8);
    }

    @Test
    void mondays_are_fuller_than_other_days_and_the_first_day_back_is_the_fullest() {
        double back = period.fullness(LocalDate.of(2025, 10, 9));

        assertThat(period.fullness(LocalDate.of(2025, 9, 8))).isGreaterThan(period.fullness(LocalDate.of(2025, 9, 10)));
        assertThat(period.fullness(LocalDate.of(2025, 9, 28)))
                .isGreaterThan(period.fullness(LocalDate.of(2025, 9, 21)));
        assertThat(period.days())
                .allSatisfy(day -> assertThat(period.fullness(day)).isLessThanOrEqualTo(back));
    }

    @Test
    void few_call_at_night() {
        SplittableRandom random = new SplittableRandom(1);
        LocalDate day = period.day(10);

        long atNight = random.longs(1_000)
                .mapToObj(n -> period.moment(day, random).atZone(Period.CHINA))
                .peek(at -> assertThat(at.toLocalDate()).isEqualTo(day))
                .filter(at -> at.getHour() < 6)
                .count();

        assertThat(atNight).isBetween(5L, 50L);
    }
}
