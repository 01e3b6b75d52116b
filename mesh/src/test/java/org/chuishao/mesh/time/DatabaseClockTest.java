package org.chuishao.mesh.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:10:00Z");
    private static final Duration TRIP = Duration.ofMillis(10);

    private final DatabaseClock clock = new DatabaseClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void runsWithTheSystemUntilTheDatabaseWasRead() {
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void followsAShiftOfTheDatabaseForthAndBack() {
        read(Duration.ofDays(16));
        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofDays(16)));

        read(Duration.ofDays(-1));
        assertThat(clock.withZone(ZoneId.of("Asia/Shanghai")).instant()).isEqualTo(NOW.minus(Duration.ofDays(1)));
    }

    @Test
    void doesNotTakeTheLengthOfTheWayForAShift() {
        read(Duration.ofDays(16));
        read(Duration.ofDays(16).plusMillis(4));

        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofDays(16)));
    }

    private void read(Duration shift) {
        Instant asked = NOW.minus(TRIP);
        clock.set(asked, NOW, asked.plus(TRIP.dividedBy(2)).plus(shift));
    }
}
