package org.chuishao.analytics.warning.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.analytics.facts.Course;
import org.chuishao.analytics.facts.Firsts;
import org.chuishao.analytics.facts.Present;
import org.chuishao.analytics.facts.TicketFact;
import org.chuishao.analytics.warning.window.Gathered;
import org.chuishao.analytics.warning.window.Gathering;
import org.chuishao.analytics.warning.window.Meant;
import org.chuishao.analytics.warning.window.Seen;
import org.chuishao.mesh.event.Meaning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final String COMMUNITY = "210102001001";

    @Test
    void what_a_ticket_means_is_told_under_its_community_and_nowhere_else() {
        Map<Gathered, Seen> under = standing(COMMUNITY, false, Meant.cold(1));

        assertThat(under.keySet().stream().map(Gathered::by).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Gathering.PLACE, Gathering.COUNTY, Gathering.PERSON, Gathering.MEANING, Gathering.NETWORK);
        assertThat(under)
                .hasEntrySatisfying(new Gathered(Gathering.MEANING, COMMUNITY), seen -> assertThat(seen.meaning())
                        .isEqualTo(Meant.cold(1)));
        under.forEach((gathered, seen) -> {
            if (gathered.by() != Gathering.MEANING) {
                assertThat(seen.meaning()).as(gathered.key()).isNull();
            }
        });
    }

    @Test
    void one_that_no_model_has_read_makes_no_signal_more() {
        assertThat(standing(COMMUNITY, false, null))
                .hasSize(4)
                .noneSatisfy((gathered, seen) -> assertThat(gathered.by()).isEqualTo(Gathering.MEANING));
        assertThat(standing("210102001", false, Meant.cold(1)).keySet())
                .noneMatch(gathered -> gathered.by() == Gathering.MEANING);
    }

    @Test
    void a_secret_one_stands_nowhere() {
        assertThat(standing(COMMUNITY, true, Meant.cold(1))).isEmpty();
    }

    private static Map<Gathered, Seen> standing(String region, boolean secret, @Nullable Meaning meaning) {
        Present now = new Present(
                null,
                "PENDING_DISPATCH",
                secret,
                region,
                "PHONE",
                "COMPLAINT",
                "HEATING_OFF",
                null,
                List.of(),
                null,
                0,
                null);
        Firsts firsts = new Firsts("hash", Instant.EPOCH, null, null, null, null, null);
        Course course = new Course(0, false, 0, null, null, false);
        return Standing.of(new TicketFact(new UUID(1, 1), now, firsts, course, meaning), List.of("S-1"))
                .under();
    }
}
