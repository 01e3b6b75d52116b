package org.chuishao.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Counting;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.event.Severity;
import org.junit.jupiter.api.Test;

class ClockSettingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant EVE_OF_THE_FESTIVAL =
            LocalDateTime.parse("2026-02-13T16:00").atZone(SHANGHAI).toInstant();

    private final ClockSetting setting = new ClockSetting(new Counting(ClockRules.shipped(), WorkCalendar.shipped()));

    @Test
    void anOrdinaryPartGivenOutBeforeSpringFestivalIsDueAfterIt() {
        assertThat(due(part(Severity.ORDINARY, 1)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        // one working hour is left on the Friday, the other begins on the Saturday that is worked
                        Act.SIGN, "2026-02-14T09:00",
                        Act.SIGN_HARD, "2026-02-14T16:00",
                        Act.CONTACT, "2026-02-14T16:00",
                        // 2-14, 2-24, 2-25, 2-26, 2-27
                        Act.RESOLVE, "2026-02-27T16:00"));
    }

    @Test
    void dangerRunsAroundTheClock() {
        assertThat(due(part(Severity.CRITICAL, 1)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Act.SIGN, "2026-02-13T16:10",
                        Act.SIGN_HARD, "2026-02-13T16:20",
                        Act.CONTACT, "2026-02-13T16:05",
                        Act.ARRIVE, "2026-02-13T16:30",
                        Act.RESOLVE, "2026-02-13T18:00"));
    }

    @Test
    void aLinesCrewHasItsOwnTimeToArrive() {
        List<Deadline> clocks = setting.of(part(Severity.URGENT, 1), "POWER", EVE_OF_THE_FESTIVAL);
        assertThat(clocks)
                .filteredOn(clock -> clock.act() == Act.ARRIVE)
                .extracting(ClockSettingTest::local)
                .containsExactly("2026-02-13T16:45");
    }

    @Test
    void aReworkHasTheShortLimit() {
        assertThat(due(part(Severity.ORDINARY, 2))).containsEntry(Act.RESOLVE, "2026-02-25T16:00");
    }

    private Map<Act, String> due(Clocked part) {
        return setting.of(part, null, EVE_OF_THE_FESTIVAL).stream()
                .collect(Collectors.toMap(Deadline::act, ClockSettingTest::local));
    }

    private static String local(Deadline clock) {
        return clock.dueAt().atZone(SHANGHAI).toLocalDateTime().toString();
    }

    private static Clocked part(Severity severity, int round) {
        return new Clocked(
                UUID.randomUUID(),
                round,
                UUID.randomUUID(),
                "210102001002101",
                "U-1",
                "W-1",
                severity,
                "heating.cold",
                4);
    }
}
