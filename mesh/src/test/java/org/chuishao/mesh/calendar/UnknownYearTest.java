package org.chuishao.mesh.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chuishao.mesh.calendar.StartRule.AT_ONCE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The holidays of 2027 are not known before the notice comes; a limit of December 2026 reaches into it. */
class UnknownYearTest {

    private static final Limit COMPLEX = Limit.parse("15wd");
    private static final Instant DECEMBER = Beijing.at("2026-12-11 10:00");

    private final WorkCalendar calendar = WorkCalendar.shipped();

    @Test
    void fifteen_working_days_of_2026_12_11_are_provisional_until_the_notice_of_2027_moves_them() {
        Due provisional = calendar.due(DECEMBER, COMPLEX, AT_ONCE);
        assertThat(Beijing.text(provisional)).isEqualTo("2027-01-01 10:00");
        assertThat(provisional.provisional()).isTrue();
        assertThat(provisional.calendarVersion()).isEqualTo("2026-1");

        WorkCalendar loaded = calendar.with(notice(List.of("2027-01-01..2027-01-03"), List.of("2027-01-09")), "2027-1");
        Due firm = loaded.due(DECEMBER, COMPLEX, AT_ONCE);
        assertThat(Beijing.text(firm)).isEqualTo("2027-01-04 10:00");
        assertThat(firm.provisional()).isFalse();
        assertThat(firm.calendarVersion()).isEqualTo("2027-1");
    }

    @Test
    void a_notice_may_reach_back_into_the_december_before_it() {
        WorkCalendar loaded = calendar.with(notice(List.of("2026-12-31..2027-01-03"), List.of("2026-12-26")), "2027-1");
        assertThat(loaded.isWorkingDay(LocalDate.parse("2026-12-26"))).isTrue();
        assertThat(loaded.isWorkingDay(LocalDate.parse("2026-12-31"))).isFalse();
        assertThat(Beijing.text(loaded.due(DECEMBER, COMPLEX, AT_ONCE))).isEqualTo("2027-01-04 10:00");
    }

    @Test
    void natural_time_and_what_ends_before_the_new_year_are_firm() {
        assertThat(calendar.due(DECEMBER, Limit.parse("9months"), AT_ONCE).provisional())
                .isFalse();
        assertThat(calendar.due(DECEMBER, Limit.parse("30d"), AT_ONCE).provisional())
                .isFalse();
        assertThat(calendar.due(DECEMBER, Limit.parse("14wd"), AT_ONCE).provisional())
                .isFalse();
        assertThat(calendar.due(Beijing.at("2023-12-29 10:00"), Limit.parse("2wd"), AT_ONCE)
                        .provisional())
                .isTrue();
    }

    @Test
    void what_a_stopped_clock_has_left_is_provisional_again_when_it_goes_on_into_an_unknown_year() {
        Due due = calendar.due(DECEMBER, Limit.parse("5wd"), AT_ONCE);
        Remaining left = calendar.remaining(DECEMBER, due, Limit.Unit.WORKING_DAYS);
        assertThat(due.provisional()).isFalse();
        assertThat(calendar.resume(Beijing.at("2026-12-30 10:00"), left).provisional())
                .isTrue();
    }

    @Test
    void a_notice_that_cannot_be_right_is_refused_with_the_day() {
        assertThatThrownBy(() -> notice(List.of("2028-01-01"), List.of()))
                .hasMessage("2028-01-01 is not of the year 2027");
        assertThatThrownBy(() -> notice(List.of("2026-11-30"), List.of()))
                .hasMessage("2026-11-30 is not of the year 2027");
        assertThatThrownBy(() -> notice(List.of("2027-02-06"), List.of("2027-02-06")))
                .hasMessage("2027-02-06 is both off and worked");
        assertThatThrownBy(() -> notice(List.of(), List.of("2027-02-05")))
                .hasMessage("2027-02-05 is a FRIDAY, worked anyway");
        assertThatThrownBy(() -> notice(List.of("2027-02-06..2027-02-01"), List.of()))
                .hasMessage("2027-02-06..2027-02-01 ends before it begins");
        assertThatThrownBy(() -> notice(List.of("春节"), List.of())).hasMessage("not a day: 春节");
    }

    @Test
    void hours_that_cannot_be_right_are_refused() {
        assertThatThrownBy(() -> hours("13:00-17:30", "08:30-12:00"))
                .hasMessage("working hours 08:30-12:00 are out of order");
        assertThatThrownBy(() -> hours("12:00-08:30")).hasMessageContaining("do not begin before they end");
        assertThatThrownBy(() -> hours("8-12")).hasMessageContaining("not working hours: 8-12");
        assertThatThrownBy(() -> hours()).hasMessage("a calendar needs working hours");
        assertThatThrownBy(() -> new WorkCalendar(
                        "v", calendar.zone(), calendar.hours(), Map.of(2028, notice(List.of(), List.of()))))
                .hasMessage("the year 2027 stands under 2028");
    }

    private WorkCalendar hours(String... hours) {
        return new WorkCalendar(
                "v", calendar.zone(), List.of(hours).stream().map(Shift::parse).toList(), calendar.years());
    }

    private static CalendarYear notice(List<String> off, List<String> work) {
        return CalendarYear.of(2027, off, work, "made up for the test");
    }
}
