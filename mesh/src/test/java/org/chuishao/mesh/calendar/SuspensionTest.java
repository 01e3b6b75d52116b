package org.chuishao.mesh.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.chuishao.mesh.calendar.Limit.Unit;
import org.junit.jupiter.api.Test;

/** A suspension stops the unit's clock; it goes on with what was left. */
class SuspensionTest {

    private final WorkCalendar calendar = WorkCalendar.shipped();

    @Test
    void working_days_go_on_with_the_working_time_that_was_left() {
        Due due = due("2026-03-02 10:00", "5wd");
        Remaining left = calendar.remaining(Beijing.at("2026-03-04 15:00"), due, Unit.WORKING_DAYS);
        assertThat(left.left()).isEqualTo(Duration.ofHours(20));
        assertThat(Beijing.text(calendar.resume(Beijing.at("2026-04-01 09:00"), left)))
                .isEqualTo("2026-04-03 14:00");
        assertThat(Beijing.text(calendar.resume(Beijing.at("2026-04-04 09:00"), left)))
                .isEqualTo("2026-04-09 13:30");
    }

    @Test
    void what_was_due_as_work_begins_is_due_so_again() {
        Due due = due("2026-03-07 10:00", "1wd");
        Remaining left = calendar.remaining(Beijing.at("2026-03-09 08:30"), due, Unit.WORKING_DAYS);
        assertThat(left).hasToString("PT8H wd opening");
        assertThat(Beijing.text(calendar.resume(Beijing.at("2026-03-16 08:30"), left)))
                .isEqualTo("2026-03-17 08:30");
    }

    @Test
    void natural_time_goes_on_around_the_clock() {
        Due due = due("2026-03-06 10:00", "24h");
        Remaining left = calendar.remaining(Beijing.at("2026-03-06 20:00"), due, Unit.HOURS);
        assertThat(left).hasToString("PT14H h");
        assertThat(Beijing.text(calendar.resume(Beijing.at("2026-03-10 12:00"), left)))
                .isEqualTo("2026-03-11 02:00");
    }

    @Test
    void an_overdue_clock_has_nothing_left() {
        Due due = due("2026-03-06 10:00", "1h");
        Remaining left = calendar.remaining(Beijing.at("2026-03-06 11:00"), due, Unit.HOURS);
        assertThat(left.left()).isZero();
        assertThat(calendar.resume(Beijing.at("2026-03-08 10:00"), left).at())
                .isEqualTo(Beijing.at("2026-03-08 10:00"));
    }

    @Test
    void what_was_kept_is_read_back_or_refused() {
        Remaining left = new Remaining(Unit.WORKING_HOURS, Duration.ofMinutes(90), false);
        assertThat(Remaining.parse(left.toString())).isEqualTo(left);
        assertThatThrownBy(() -> Remaining.parse("PT1H")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Remaining.parse("PT1H wd closing")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Remaining.parse("PT1H weeks")).isInstanceOf(IllegalArgumentException.class);
    }

    private Due due(String start, String limit) {
        return calendar.due(Beijing.at(start), Limit.parse(limit), StartRule.AT_ONCE);
    }
}
