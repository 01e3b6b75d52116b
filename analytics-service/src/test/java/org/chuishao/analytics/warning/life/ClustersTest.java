package org.chuishao.analytics.warning.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Clusters.Home;
import org.chuishao.analytics.warning.life.Clusters.Stay;
import org.chuishao.analytics.warning.life.Complaints.Complaint;
import org.chuishao.analytics.warning.life.Finding.Evidence;
import org.junit.jupiter.api.Test;

/** One matter that was filed as two, A and B: whatever is found first, it is told of once. */
class ClustersTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final String REGION = "210102001001";
    private static final List<String> BOTH = List.of("A", "B");

    private final Map<UUID, Complaint> complaints = new HashMap<>();
    private final Batch batch = new Batch(
            Map.of(),
            Map.of(),
            new Clusters(List.of()),
            new Complaints(complaints),
            rule -> Duration.ofHours(72),
            NOON);

    @Test
    void it_is_said_which_tickets_were_filed_as_something_else() {
        batch.take(found("A", BOTH, of("A", 3), of("B", 2)));

        assertThat(raised()).hasSize(1);
        assertThat(byMeaning()).containsExactlyInAnyOrder(ticket("B", 0), ticket("B", 1));
    }

    @Test
    void when_most_of_them_come_to_be_of_the_other_category_the_warning_stays_the_one_that_it_was() {
        batch.take(found("A", BOTH, of("A", 3), of("B", 2)));
        batch.take(found("B", BOTH, of("A", 3), of("B", 5)));

        assertThat(raised()).hasSize(1);
        assertThat(joined()).isEqualTo(8);
    }

    @Test
    void those_that_stand_in_it_for_what_they_mean_do_not_make_one_of_their_own_category() {
        batch.take(found("A", BOTH, of("A", 3), of("B", 2)));
        batch.take(found("B", List.of(), of("B", 5)));
        assertThat(raised()).hasSize(1);

        batch.take(found("B", List.of(), of("B", 7)));
        assertThat(raised()).as("five that stand nowhere").hasSize(2);
    }

    @Test
    void those_that_a_person_found_to_mean_something_else_count_as_what_they_were_filed() {
        List<UUID> filed = of("B", 5);
        Batch after = after(new Home("CLUSTER|scope A", "scope A", "A"), filed.subList(0, 2));

        after.take(found("B", List.of(), filed));

        assertThat(new JsonArray(after.outcome().tickets())).hasSize(5);
    }

    @Test
    void what_a_person_found_to_be_no_matter_is_not_told_of_again_under_the_other_category() {
        List<UUID> filed = of("B", 5);
        Batch after = after(new Home("CLUSTER|scope A", "scope A", "A"), filed.subList(0, 2));

        after.take(found("B", BOTH, of("A", 3), filed));

        assertThat(after.outcome().tickets()).isEqualTo("[]");
    }

    @Test
    void what_the_category_found_first_takes_in_the_others() {
        batch.take(found("B", List.of(), of("B", 5)));
        batch.take(found("A", BOTH, of("A", 6), of("B", 5)));

        assertThat(raised()).hasSize(1);
        assertThat(raised().getJsonObject(0).getString("category")).isEqualTo("B");
        assertThat(joined()).isEqualTo(11);
        assertThat(byMeaning()).hasSize(6);
    }

    @Test
    void what_has_become_another_matter_since_does_not_count() {
        Finding found = found("A", BOTH, of("A", 3), of("B", 2));
        complaints.put(ticket("B", 1), new Complaint("who", "C", false));
        batch.take(found);
        assertThat(raised()).isEmpty();
    }

    @Test
    void a_finding_of_one_category_takes_in_no_other() {
        Finding found = found("A", List.of(), of("A", 3), of("B", 2));
        batch.take(found);
        assertThat(raised()).isEmpty();
    }

    /** After a person refuted a warning that had these, and three of its own category. */
    private Batch after(Home home, List<UUID> byMeaning) {
        List<Stay> stays = Stream.concat(
                        of(home.category(), 3).stream().map(it -> new Stay(home, REGION, it, false, true)),
                        byMeaning.stream().map(it -> new Stay(home, REGION, it, true, true)))
                .toList();
        return new Batch(
                Map.of(),
                Map.of(),
                new Clusters(stays),
                new Complaints(complaints),
                rule -> Duration.ofHours(72),
                NOON);
    }

    private List<UUID> of(String category, int many) {
        List<UUID> tickets =
                IntStream.range(0, many).mapToObj(i -> ticket(category, i)).toList();
        tickets.forEach(it -> complaints.put(it, new Complaint("who " + it, category, false)));
        return tickets;
    }

    private static UUID ticket(String category, int i) {
        return new UUID(category.hashCode(), i);
    }

    @SafeVarargs
    private static Finding found(String category, List<String> categories, List<UUID>... tickets) {
        List<Evidence> evidence = List.of(tickets).stream()
                .flatMap(List::stream)
                .map(it -> new Evidence(it, NOON, REGION))
                .toList();
        return new Finding(
                WarningRule.CLUSTER,
                WarningLevel.YELLOW,
                "scope " + category,
                REGION,
                category,
                null,
                evidence.get(0).ticket(),
                NOON,
                evidence,
                5,
                categories);
    }

    private JsonArray raised() {
        return new JsonArray(batch.outcome().raised());
    }

    private int joined() {
        return new JsonArray(batch.outcome().tickets()).size();
    }

    private Set<UUID> byMeaning() {
        return Set.copyOf(new JsonArray(batch.outcome().tickets())
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(row -> row.getBoolean("by_meaning"))
                        .map(row -> UUID.fromString(row.getString("ticket_id")))
                        .toList());
    }
}
