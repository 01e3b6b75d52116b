package org.chuishao.bench.warnings.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.bench.warnings.match.Judged.Verdict;
import org.chuishao.bench.warnings.plant.Kind;
import org.chuishao.bench.warnings.plant.Planted;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private final Planted cluster = Made.planted(Kind.CLUSTER, null, 12);
    private final Planted failure = Made.planted(Kind.FACILITY, "N-1", 12);
    private final Planted decoy = Made.planted(null, null, 12);
    private final Matching matching = new Matching(List.of(cluster, failure, decoy));

    @Test
    void a_warning_of_an_incidents_tickets_place_and_time_is_right() {
        assertThat(judge(Made.warning("CLUSTER", cluster, 5))).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_cluster_may_be_seen_as_a_facility_and_the_other_way_round() {
        assertThat(judge(Made.warning("FACILITY", cluster, 5))).isEqualTo(Verdict.RIGHT);
        assertThat(judge(Made.warning("CLUSTER", failure, 5))).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_warning_of_the_town_or_of_the_larger_category_is_right_too() {
        Raised warning = Made.warning("CLUSTER", cluster, 5);

        assertThat(judge(in(warning, "210102001", "WATER_OFF"))).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void another_place_another_matter_or_another_network_is_false() {
        Raised warning = Made.warning("CLUSTER", cluster, 5);

        assertThat(judge(in(warning, "210103001002", Made.BURST))).isEqualTo(Verdict.FALSE);
        assertThat(judge(in(Made.warning("FACILITY", cluster, 5), Made.COMMUNITY, "GAS_OFF")))
                .isEqualTo(Verdict.FALSE);
        assertThat(judge(new Raised(
                        "1",
                        "FACILITY",
                        "RAISED",
                        failure.region(),
                        null,
                        "N-2",
                        warning.at(),
                        warning.at(),
                        warning.at(),
                        Made.warning("FACILITY", failure, 5).evidence())))
                .isEqualTo(Verdict.FALSE);
    }

    @Test
    void a_warning_before_or_after_the_incident_is_false() {
        Raised warning = Made.warning("CLUSTER", cluster, 5);

        assertThat(judge(later(warning, Duration.ofDays(-1)))).isEqualTo(Verdict.FALSE);
        assertThat(judge(later(warning, Duration.ofDays(1)))).isEqualTo(Verdict.FALSE);
    }

    @Test
    void what_mostly_rests_on_other_tickets_is_false() {
        Raised warning = Made.warning("CLUSTER", cluster, 2);
        Set<UUID> evidence = new HashSet<>(warning.evidence());
        for (int i = 0; i < 3; i++) {
            evidence.add(UUID.randomUUID());
        }

        assertThat(judge(with(warning, evidence))).isEqualTo(Verdict.FALSE);
        assertThat(judge(with(warning, Set.of()))).isEqualTo(Verdict.FALSE);
    }

    @Test
    void a_clusters_anomaly_is_explained_and_its_repeat_is_not() {
        assertThat(judge(in(Made.warning("ANOMALY", cluster, 8), "210102", Made.BURST)))
                .isEqualTo(Verdict.EXPLAINED);
        assertThat(judge(Made.warning("REPEAT", cluster, 5))).isEqualTo(Verdict.FALSE);
    }

    @Test
    void an_anomaly_of_an_incident_may_be_decided_by_a_ticket_of_the_same_day_and_not_of_another() {
        Raised anomaly = in(Made.warning("ANOMALY", cluster, 8), "210102", Made.BURST);

        assertThat(judge(later(anomaly, Duration.ofHours(20)))).isEqualTo(Verdict.EXPLAINED);
        assertThat(judge(later(anomaly, Duration.ofDays(2)))).isEqualTo(Verdict.FALSE);
    }

    @Test
    void a_decoy_is_never_right_and_named_as_the_cause() {
        Judged judged = matching.judge(Made.warning("CLUSTER", decoy, 5));

        assertThat(judged.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(judged.cause()).isEqualTo(decoy);
    }

    @Test
    void a_rule_that_nothing_is_planted_for_is_not_judged() {
        assertThat(Matching.judges("QUALITY")).isTrue();
        assertThat(Matching.judges("SAFETY")).isFalse();
    }

    private Verdict judge(Raised warning) {
        return matching.judge(warning).verdict();
    }

    private static Raised in(Raised it, String region, String category) {
        return new Raised(
                it.id(),
                it.rule(),
                it.state(),
                region,
                category,
                it.network(),
                it.at(),
                it.decidingAt(),
                it.lastAt(),
                it.evidence());
    }

    private static Raised later(Raised it, Duration by) {
        return new Raised(
                it.id(),
                it.rule(),
                it.state(),
                it.region(),
                it.category(),
                it.network(),
                it.at().plus(by),
                it.decidingAt().plus(by),
                it.lastAt().plus(by),
                it.evidence());
    }

    private static Raised with(Raised it, Set<UUID> evidence) {
        return new Raised(
                it.id(),
                it.rule(),
                it.state(),
                it.region(),
                it.category(),
                it.network(),
                it.at(),
                it.decidingAt(),
                it.lastAt(),
                evidence);
    }
}
