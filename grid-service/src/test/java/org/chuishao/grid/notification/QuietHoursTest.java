package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.chuishao.grid.notification.Ladder.Step;
import org.chuishao.mesh.calendar.Hours;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, , 2026-11-30T21:59, 2026-11-30T21:59",
        "ORDINARY, , 2026-11-30T22:00, 2026-12-01T07:00",
        "ORDINARY, , 2026-12-01T03:00, 2026-12-01T07:00",
        "ORDINARY, , 2026-12-01T07:00, 2026-12-01T07:00",
        "SUGGESTION, 08:30-17:30, 2026-11-30T23:00, 2026-12-01T08:30",
        "ORDINARY, 08:30-17:30, 2026-11-30T17:30, 2026-12-01T08:30",
        "ORDINARY, 08:30-17:30, 2026-11-30T12:00, 2026-11-30T12:00",
        "ORDINARY, 20:00-06:00, 2026-12-01T05:00, 2026-12-01T20:00",
        "CRITICAL, 08:30-17:30, 2026-12-01T03:00, 2026-12-01T03:00",
        "URGENT, , 2026-12-01T03:00, 2026-12-01T03:00"
    })
    void whatCanWaitWaitsForTheMorningAndForTheDesk(
            Severity severity, @Nullable String duty, LocalDateTime now, LocalDateTime sent) {
        Rung desk = Rung.desk(Addressee.DESK, "U-1", duty == null ? null : Hours.parse(duty));
        TellingRule rule = new TellingRule(
                severity, Addressee.DESK, "", List.of(Channel.PUSH), 60, false, Hours.parse("22:00-07:00"));
        Instant at = QuietHours.over(
                new Step(desk, Channel.PUSH, rule),
                severity,
                now.atZone(BEIJING).toInstant(),
                BEIJING);
        assertThat(LocalDateTime.ofInstant(at, BEIJING)).isEqualTo(sent);
    }
}
