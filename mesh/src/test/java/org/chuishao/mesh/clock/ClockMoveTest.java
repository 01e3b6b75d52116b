package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A clock of five working days that began on the Friday before Spring Festival 2026, and what becomes of it. */
class ClockMoveTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar CALENDAR = WorkCalendar.shipped();
    private static final String START = "2026-02-13T16:00";

    private final Standing running = standing("2026-02-27T16:00", null);
    private final Standing paused = standing("2026-02-27T16:00", START);

    @Test
    void itKeepsItsEndWhileItStandsStill() {
        ClockMove move = ClockMove.paused(running, at("2026-02-14T09:00"));
        assertThat(due(move)).isEqualTo("2026-02-27T16:00");
        assertThat(move.pausedAt()).isEqualTo(at("2026-02-14T09:00"));
        assertThat(move.told()).isFalse();
    }

    @Test
    void itGoesOnWithTheWorkingDaysThatItHadLeft() {
        ClockMove move = ClockMove.resumed(paused, at("2026-02-25T10:00"), CALENDAR);
        // 2-26, 2-27, the Saturday 2-28 that is worked, 3-2, 3-3
        assertThat(due(move)).isEqualTo("2026-03-03T10:00");
        assertThat(move.counted()).isEqualTo("PT40H wd");
        assertThat(move.told()).isTrue();
    }

    @Test
    void whatIsGivenLongerWhileItStandsStillHasSoMuchMoreLeft() {
        ClockMove longer = ClockMove.extended(paused, at("2026-03-02T16:00"), at("2026-02-24T09:00"), CALENDAR);
        assertThat(longer.pausedAt()).isEqualTo(at(START));
        ClockMove move = ClockMove.resumed(standing("2026-03-02T16:00", START), at("2026-02-25T10:00"), CALENDAR);
        assertThat(due(move)).isEqualTo("2026-03-05T10:00");
    }

    @Test
    void whatIsUndoneGoesOnAsIfItHadNeverStopped() {
        ClockMove move = ClockMove.undone(paused, null, null, at("2026-02-25T10:00"), CALENDAR);
        assertThat(due(move)).isEqualTo("2026-02-27T16:00");
        assertThat(move.counted()).isEqualTo("5wd");
        Instant former = at("2026-02-26T16:00");
        assertThat(ClockMove.undone(running, former, null, at("2026-02-25T10:00"), CALENDAR)
                        .due()
                        .at())
                .isEqualTo(former);
    }

    @Test
    void whatTurnsOutToBePressingHasTheShorterLimitFromThenOn() {
        var rule = ClockRules.shipped()
                .find(Act.RESOLVE, Severity.URGENT, "210102", null, LocalDateTime.parse(START))
                .orElseThrow();
        ClockMove move = ClockMove.ruled(running, rule, at("2026-02-14T09:00"), CALENDAR);
        assertThat(due(move)).isEqualTo("2026-02-15T09:00");
        assertThat(move.row().getInteger("band")).isZero();
        assertThat(move.said().rule()).isEqualTo("resolve-urgent@1");
    }

    @Test
    void aPausedOneIsCountedAgainAndKeepsStandingStill() {
        ClockMove move =
                ClockMove.recounted(standing("2026-02-20T16:00", START), at("2026-02-14T09:00"), CALENDAR, "recounted");
        assertThat(due(move)).isEqualTo("2026-02-27T16:00");
        assertThat(move.pausedAt()).isEqualTo(at(START));
    }

    private static Standing standing(String due, @Nullable String pausedAt) {
        return new Standing(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "RESOLVE",
                "210102",
                pausedAt == null ? "RUNNING" : "PAUSED",
                "resolve-ordinary@1",
                CALENDAR.version(),
                false,
                Limit.Unit.WORKING_DAYS,
                StartRule.AT_ONCE,
                "5wd",
                at(START),
                at(START),
                at(due),
                at("2026-02-27T11:00"),
                pausedAt == null ? null : at(pausedAt));
    }

    private static String due(ClockMove move) {
        return move.due().at().atZone(SHANGHAI).toLocalDateTime().toString();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
