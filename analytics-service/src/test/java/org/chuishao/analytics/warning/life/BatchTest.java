package org.chuishao.analytics.warning.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Complaints.Complaint;
import org.chuishao.analytics.warning.life.Finding.Evidence;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final String REGION = "210102001001";
    private static final String COLD = "HEATING_OFF.NO_HEAT";

    @Test
    void after_a_verdict_the_next_is_decided_by_one_that_was_not_judged() {
        Episode judged =
                new Episode(new UUID(9, 9), WarningLevel.ORANGE, LifeState.FALSE, NOON, NOON, NOON.plusSeconds(3));
        Batch batch =
                batch(Map.of(finding(6).key(), judged), Map.of(finding(6).key(), new HashSet<>(ids(1, 3))), Set.of());

        batch.take(finding(6));

        JsonArray raised = new JsonArray(batch.outcome().raised());
        assertThat(raised).hasSize(1);
        assertThat(raised.getJsonObject(0).getString("deciding")).isEqualTo(new UUID(1, 6).toString());
        assertThat(new JsonArray(batch.outcome().tickets())).hasSize(3);
    }

    @Test
    void two_others_are_too_few() {
        Episode judged =
                new Episode(new UUID(9, 9), WarningLevel.ORANGE, LifeState.FALSE, NOON, NOON, NOON.plusSeconds(3));
        Batch batch =
                batch(Map.of(finding(5).key(), judged), Map.of(finding(5).key(), new HashSet<>(ids(1, 3))), Set.of());

        batch.take(finding(5));

        assertThat(batch.outcome().isEmpty()).isTrue();
    }

    @Test
    void what_has_become_secret_since_is_no_evidence() {
        Batch batch = batch(Map.of(), Map.of(), Set.of(new UUID(1, 2)));
        batch.take(finding(3));
        assertThat(batch.outcome().isEmpty()).isTrue();
    }

    @Test
    void those_who_join_move_its_end() {
        Batch batch = batch(Map.of(), Map.of(), Set.of());
        batch.take(finding(3));
        batch.take(finding(5));
        assertThat(new JsonArray(batch.outcome().raised())).hasSize(1);
        assertThat(new JsonArray(batch.outcome().changed()).getJsonObject(0).getString("last_at"))
                .isEqualTo(NOON.plusSeconds(5).toString());
    }

    private static Batch batch(Map<String, Episode> newest, Map<String, Set<UUID>> known, Set<UUID> hidden) {
        Map<UUID, Complaint> complaints = ids(1, 9).stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> new Complaint("who" + id, COLD, hidden.contains(id))));
        return new Batch(
                newest, known, new Clusters(List.of()), new Complaints(complaints), rule -> Duration.ofHours(12), NOON);
    }

    /** A stretch of so many, which the third has filled. */
    private static Finding finding(int many) {
        return new Finding(
                WarningRule.FACILITY,
                WarningLevel.ORANGE,
                "scope",
                REGION,
                COLD,
                "S-1",
                new UUID(1, 3),
                NOON.plusSeconds(3),
                IntStream.rangeClosed(1, many)
                        .mapToObj(i -> new Evidence(new UUID(1, i), NOON.plusSeconds(i), REGION))
                        .toList(),
                3);
    }

    private static Set<UUID> ids(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> new UUID(1, i)).collect(Collectors.toSet());
    }
}
