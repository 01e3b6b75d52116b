package org.chuishao.mesh.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.mesh.calendar.StartRule.AT_ONCE;
import static org.chuishao.mesh.calendar.StartRule.NEXT_DAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private final WorkCalendar calendar = WorkCalendar.shipped();

    @Test
    void working_hours_stand_still_over_lunch_the_night_and_the_weekend() {
        assertThat(due("2026-03-02 11:00", "2wh")).isEqualTo("2026-03-02 14:00");
        assertThat(due("2026-03-02 12:30", "2wh")).isEqualTo("2026-03-02 15:00");
        assertThat(due("2026-03-02 16:30", "2wh")).isEqualTo("2026-03-03 09:30");
        assertThat(due("2026-03-02 15:30", "2wh")).isEqualTo("2026-03-02 17:30");
        assertThat(due("2026-03-06 17:00", "8wh")).isEqualTo("2026-03-09 17:00");
        assertThat(due("2026-03-06 20:00", "1wh")).isEqualTo("2026-03-09 09:30");
    }

    @Test
    void a_saturday_worked_for_another_day_counts() {
        assertThat(due("2026-02-27 17:00", "2wh")).isEqualTo("2026-02-28 10:00");
        assertThat(due("2026-02-27 10:00", "1wd")).isEqualTo("2026-02-28 10:00");
        assertThat(due("2026-02-28 10:00", "1wd")).isEqualTo("2026-03-02 10:00");
    }

    @Test
    void working_days_end_at_the_time_of_day_that_they_began_at() {
        assertThat(due("2026-03-02 10:00", "1wd")).isEqualTo("2026-03-03 10:00");
        assertThat(due("2026-03-02 08:30", "1wd")).isEqualTo("2026-03-03 08:30");
        assertThat(due("2026-03-06 13:00", "5wd")).isEqualTo("2026-03-13 13:00");
    }

    @Test
    void what_comes_in_while_nobody_works_counts_from_the_next_working_instant() {
        assertThat(due("2026-03-02 12:30", "1wd")).isEqualTo("2026-03-03 13:00");
        assertThat(due("2026-03-02 17:30", "1wd")).isEqualTo("2026-03-04 08:30");
        assertThat(due("2026-03-07 10:00", "1wd")).isEqualTo("2026-03-10 08:30");
        assertThat(due("2026-03-02 03:00", "1wd")).isEqualTo("2026-03-03 08:30");
    }

    @Test
    void from_the_next_day_on_limits_last_to_the_end_of_their_last_day() {
        assertThat(fromNextDay("2026-03-02 10:00", "1wd")).isEqualTo("2026-03-03 17:30");
        assertThat(fromNextDay("2026-03-06 20:00", "1wd")).isEqualTo("2026-03-09 17:30");
        assertThat(fromNextDay("2026-03-07 20:00", "1wd")).isEqualTo("2026-03-09 17:30");
        assertThat(fromNextDay("2026-03-02 10:00", "15d")).isEqualTo("2026-03-18 00:00");
        assertThat(fromNextDay("2026-03-02 10:00", "1months")).isEqualTo("2026-04-03 00:00");
        assertThat(fromNextDay("2026-03-06 10:00", "2wh")).isEqualTo("2026-03-09 10:30");
        assertThat(fromNextDay("2026-03-06 10:00", "24h")).isEqualTo("2026-03-08 00:00");
    }

    @Test
    void a_month_that_lacks_the_day_ends_the_limit_with_itself() {
        assertThat(due("2026-01-31 10:00", "1months")).isEqualTo("2026-03-01 00:00");
        assertThat(due("2026-01-28 10:00", "1months")).isEqualTo("2026-02-28 10:00");
        assertThat(due("2024-01-29 10:00", "1months")).isEqualTo("2024-02-29 10:00");
        assertThat(due("2024-02-29 10:00", "12months")).isEqualTo("2025-03-01 00:00");
        assertThat(due("2024-05-31 10:00", "9months")).isEqualTo("2025-03-01 00:00");
    }

    @Test
    void the_leap_day_is_a_day_like_any_other() {
        assertThat(due("2024-02-28 16:00", "24h")).isEqualTo("2024-02-29 16:00");
        assertThat(due("2024-02-28 16:00", "2d")).isEqualTo("2024-03-01 16:00");
        assertThat(due("2024-02-28 16:00", "1wd")).isEqualTo("2024-02-29 16:00");
        assertThat(due("2024-02-28 16:00", "2wd")).isEqualTo("2024-03-01 16:00");
    }

    @Test
    void the_years_have_as_many_working_days_as_their_notices_leave() {
        assertThat(workingDays(2024)).isEqualTo(251);
        assertThat(workingDays(2025)).isEqualTo(248);
        assertThat(workingDays(2026)).isEqualTo(248);
    }

    @Test
    void the_yellow_light_comes_at_a_fifth_or_four_hours_before_whichever_is_later() {
        assertThat(yellow("2026-03-02 10:00", "10min")).isEqualTo("2026-03-02 10:08");
        assertThat(yellow("2026-03-02 10:00", "9months")).isEqualTo("2026-12-02 06:00");
        assertThat(yellow("2026-03-02 10:00", "1wd")).isEqualTo("2026-03-02 17:24");
        assertThat(yellow("2026-03-06 10:00", "10wd")).isEqualTo("2026-03-19 15:00");
        assertThat(yellow("2026-03-07 10:00", "2wh")).isEqualTo("2026-03-09 10:06");
    }

    @Test
    void what_is_due_already_is_yellow_at_once() {
        Due due = calendar.due(Beijing.at("2026-03-02 10:00"), Limit.parse("2h"), AT_ONCE);
        assertThat(calendar.approaching(Beijing.at("2026-03-02 13:00"), due, Limit.Unit.HOURS))
                .isEqualTo(due);
    }

    @Test
    void working_hours_are_data() {
        WorkCalendar early =
                new WorkCalendar("早班", calendar.zone(), List.of(Shift.parse("07:00-11:00")), calendar.years());
        assertThat(Beijing.text(early.due(Beijing.at("2026-03-02 10:00"), Limit.parse("2wh"), AT_ONCE)))
                .isEqualTo("2026-03-03 08:00");
    }

    private String due(String start, String limit) {
        return Beijing.text(calendar.due(Beijing.at(start), Limit.parse(limit), AT_ONCE));
    }

    private String fromNextDay(String start, String limit) {
        return Beijing.text(calendar.due(Beijing.at(start), Limit.parse(limit), NEXT_DAY));
    }

    private String yellow(String start, String text) {
        Limit limit = Limit.parse(text);
        Due due = calendar.due(Beijing.at(start), limit, AT_ONCE);
        return Beijing.text(calendar.approaching(Beijing.at(start), due, limit.unit()));
    }

    private long workingDays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isWorkingDay)
                .count();
    }
}
