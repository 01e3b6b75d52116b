package org.chuishao.bench.warnings.plant;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.chuishao.bench.warnings.world.Complaint;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final Story STORY = Stories.of(1);

    @Test
    void the_same_seed_tells_the_same_story_and_another_another() {
        assertThat(Stories.of(1)).isEqualTo(STORY);
        assertThat(Stories.of(2).complaints()).isNotEqualTo(STORY.complaints());
    }

    @Test
    void sixty_incidents_of_five_kinds_are_planted() {
        Map<Kind, Long> kinds =
                STORY.planted().stream().filter(Planted::incident).collect(groupingBy(Planted::kind, counting()));

        assertThat(kinds)
                .containsOnly(
                        Map.entry(Kind.CLUSTER, 20L),
                        Map.entry(Kind.FACILITY, 12L),
                        Map.entry(Kind.REPEAT, 8L),
                        Map.entry(Kind.ANOMALY, 10L),
                        Map.entry(Kind.QUALITY, 10L));
    }

    @Test
    void complaints_are_in_order_of_time_and_each_is_a_ticket_of_its_own() {
        assertThat(STORY.complaints()).isSortedAccordingTo(Comparator.comparing(Complaint::at));
        assertThat(STORY.complaints().stream().map(Complaint::ticket)).doesNotHaveDuplicates();
        assertThat(STORY.planted().stream().flatMap(one -> one.complaints().stream()))
                .allMatch(STORY.complaints()::contains);
    }

    @Test
    void no_two_things_are_planted_in_one_place() {
        List<String> regions = STORY.planted().stream()
                .map(Planted::region)
                .map(region -> region.substring(0, Math.min(9, region.length())))
                .toList();

        assertThat(regions).allSatisfy(region -> assertThat(regions.stream().filter(region::startsWith))
                .hasSize(1));
    }

    @Test
    void a_cluster_is_several_people_of_one_community_with_one_matter() {
        assertThat(incidents(Kind.CLUSTER)).allSatisfy(cluster -> {
            assertThat(cluster.complaints())
                    .allMatch(complaint -> complaint.community().equals(cluster.region()))
                    .allMatch(complaint -> complaint.category().equals(cluster.category()));
            assertThat(cluster.complaints().stream().map(Complaint::phone).distinct())
                    .hasSizeGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void a_failing_network_is_known_and_reaches_all_who_complain() {
        assertThat(incidents(Kind.FACILITY)).allSatisfy(failure -> {
            Network network = STORY.networks().stream()
                    .filter(one -> one.code().equals(failure.network()))
                    .findFirst()
                    .orElseThrow();
            assertThat(failure.category()).startsWith(network.line() + ".");
            assertThat(failure.complaints()).allMatch(complaint -> network.reaches().stream()
                    .anyMatch(reach -> complaint.community().equals(reach.region())
                            && (reach.estate() == null || complaint.title().contains(reach.estate()))));
        });
    }

    @Test
    void who_comes_again_and_again_is_one_person() {
        assertThat(incidents(Kind.REPEAT)).allSatisfy(repeat -> assertThat(
                        repeat.complaints().stream().map(Complaint::phone).distinct())
                .hasSize(1));
    }

    @Test
    void an_anomaly_is_in_no_community_twice() {
        assertThat(incidents(Kind.ANOMALY))
                .allSatisfy(anomaly -> assertThat(anomaly.complaints().stream().map(Complaint::community))
                        .doesNotHaveDuplicates());
    }

    private List<Planted> incidents(Kind kind) {
        return STORY.planted().stream().filter(one -> one.kind() == kind).toList();
    }
}
