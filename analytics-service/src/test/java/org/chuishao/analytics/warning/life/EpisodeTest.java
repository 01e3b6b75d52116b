package org.chuishao.analytics.warning.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Episode.Turn;
import org.chuishao.analytics.warning.life.Finding.Evidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EpisodeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Duration QUIET = Duration.ofDays(3);
    private static final int LEAST = 5;

    @Test
    void a_scope_that_was_never_warned_of_is() {
        assertThat(turn(null, NOON, WarningLevel.YELLOW, LEAST)).isEqualTo(Turn.RAISED);
    }

    @Test
    void an_open_warning_is_joined_and_lifted_and_never_lowered() {
        Episode open = episode(LifeState.RAISED, WarningLevel.ORANGE);
        assertThat(turn(open, NOON, WarningLevel.YELLOW, 1)).isEqualTo(Turn.JOINED);
        assertThat(turn(open, NOON, WarningLevel.ORANGE, 1)).isEqualTo(Turn.JOINED);
        assertThat(turn(open, NOON, WarningLevel.RED, 1)).isEqualTo(Turn.LIFTED);
        assertThat(open.with(
                                finding(NOON, WarningLevel.YELLOW),
                                finding(NOON, WarningLevel.YELLOW).evidence())
                        .level())
                .isEqualTo(WarningLevel.ORANGE);
        assertThat(turn(episode(LifeState.CONFIRMED, WarningLevel.ORANGE), NOON, WarningLevel.YELLOW, 1))
                .isEqualTo(Turn.JOINED);
    }

    @Test
    void what_comes_again_changes_nothing() {
        assertThat(turn(episode(LifeState.RAISED, WarningLevel.YELLOW), NOON, WarningLevel.RED, 0))
                .isEqualTo(Turn.NOTHING);
        assertThat(turn(episode(LifeState.FALSE, WarningLevel.YELLOW), NOON, WarningLevel.YELLOW, 0))
                .isEqualTo(Turn.NOTHING);
    }

    @Test
    void after_a_verdict_only_others_count() {
        Episode judged = episode(LifeState.FALSE, WarningLevel.YELLOW);
        assertThat(turn(judged, NOON, WarningLevel.YELLOW, LEAST - 1)).isEqualTo(Turn.NOTHING);
        assertThat(turn(judged, NOON, WarningLevel.YELLOW, LEAST)).isEqualTo(Turn.RAISED);
    }

    @Test
    void after_a_quiet_time_it_is_another_episode() {
        Episode open = episode(LifeState.RAISED, WarningLevel.YELLOW);
        assertThat(turn(open, NOON.plus(QUIET), WarningLevel.YELLOW, LEAST)).isEqualTo(Turn.JOINED);
        assertThat(turn(open, NOON.plus(QUIET).plusSeconds(1), WarningLevel.YELLOW, LEAST))
                .isEqualTo(Turn.RAISED);
    }

    private static Turn turn(@Nullable Episode newest, Instant at, WarningLevel level, int fresh) {
        return Episode.turn(newest, finding(at, level), fresh, at, QUIET);
    }

    private static Episode episode(LifeState state, WarningLevel level) {
        return new Episode(new UUID(1, 1), level, state, NOON, NOON, NOON);
    }

    private static Finding finding(Instant at, WarningLevel level) {
        UUID ticket = new UUID(2, 2);
        return new Finding(
                WarningRule.CLUSTER,
                level,
                "scope",
                "210102001001",
                "HEATING.NONE",
                null,
                ticket,
                at,
                List.of(new Evidence(ticket, at, "210102001001")),
                LEAST);
    }
}
