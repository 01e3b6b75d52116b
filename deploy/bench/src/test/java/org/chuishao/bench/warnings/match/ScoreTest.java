package org.chuishao.bench.warnings.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.chuishao.bench.warnings.plant.Kind;
import org.chuishao.bench.warnings.plant.Planted;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private final Planted large = Made.planted(Kind.CLUSTER, null, 14);
    private final Planted small = Made.planted(Kind.CLUSTER, null, 7);
    private final Planted failure = Made.planted(Kind.FACILITY, "N-1", 12);
    private final Planted decoy = Made.planted(null, null, 6);

    @Test
    void found_once_or_twice_an_incident_is_found_and_every_false_warning_counts() {
        Score score = score(
                Made.warning("CLUSTER", large, 5),
                Made.warning("FACILITY", large, 9),
                Made.warning("CLUSTER", decoy, 5),
                Made.warning("ANOMALY", small, 6));

        assertThat(score.recall()).isEqualTo(1 / 3.0);
        assertThat(score.recall(Kind.CLUSTER)).isEqualTo(0.5);
        assertThat(score.recall(Kind.FACILITY)).isZero();
        assertThat(score.precision()).isEqualTo(2 / 3.0);
        assertThat(score.missed()).containsExactly(small, failure);
        assertThat(score.wrong()).hasSize(1);
    }

    @Test
    void the_lead_is_from_the_first_warning_to_the_tenth_complaint_of_those_that_have_ten() {
        Score score = score(
                Made.warning("CLUSTER", large, 8),
                Made.warning("CLUSTER", large, 5),
                Made.warning("CLUSTER", small, 5),
                Made.warning("FACILITY", failure, 3));

        assertThat(score.leadMinutes()).hasValue((50 + 70) / 2.0);
    }

    @Test
    void without_a_warning_there_is_no_lead() {
        assertThat(score().leadMinutes()).isEmpty();
    }

    private Score score(Raised... warnings) {
        List<Planted> planted = List.of(large, small, failure, decoy);
        Matching matching = new Matching(planted);
        return new Score(planted, Stream.of(warnings).map(matching::judge).toList());
    }
}
