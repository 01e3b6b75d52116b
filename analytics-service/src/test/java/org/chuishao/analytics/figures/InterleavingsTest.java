package org.chuishao.analytics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chuishao.mesh.fold.RandomLife;
import org.chuishao.mesh.log.ManyLives;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** However the log is read, the figures are those of the tickets as they stand, and of the days as they went. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class InterleavingsTest {

    /** A community that no other test speaks of. */
    private static final String COMMUNITY = "214402001002";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    void the_figures_are_what_the_plain_model_counts() throws Exception {
        try (ManyLives lives = new ManyLives("analytics", Set.of(), 0)) {
            lives.live(number -> Ids.next(), json -> json.replace("210102001002", COMMUNITY), (ticket, chance) -> {});

            lives.agree();
            assertThat(counted(lives)).isEqualTo(counts(lives.all()));
            assertThat(went(lives)).isEqualTo(days(lives.all()));
            lives.tables().execute("delete from figure_count where region like '" + COMMUNITY + "%'");
            lives.tables().execute("delete from figure_day where region like '" + COMMUNITY + "%'");
        }
    }

    private static Map<String, Long> counted(ManyLives lives) {
        Map<String, Long> counted = new TreeMap<>();
        for (List<Object> row : lives.tables()
                .rows("select region, category, state, sum(tickets)::bigint from figure_count where tickets <> 0"
                        + " and region like '" + COMMUNITY + "%' group by 1, 2, 3 having sum(tickets) <> 0")) {
            counted.put(row.get(0) + " " + row.get(1) + " " + row.get(2), (Long) row.get(3));
        }
        return counted;
    }

    private static Map<String, Long> counts(List<RandomLife> lives) {
        Map<String, Long> counts = new TreeMap<>();
        for (RandomLife life : lives) {
            if (!life.state().equals("UNSEEN")) {
                String category = life.category() == null ? Cell.UNCLASSIFIED : life.category();
                counts.merge(life.region() + " " + category + " " + life.state(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Map<String, Long> went(ManyLives lives) {
        Map<String, Long> went = new TreeMap<>();
        for (List<Object> row : lives.tables()
                .rows("select day::text, sum(received)::bigint, sum(closed)::bigint from figure_day"
                        + " where region like '" + COMMUNITY + "%' group by 1")) {
            put(went, row.get(0) + " received", (Long) row.get(1));
            put(went, row.get(0) + " closed", (Long) row.get(2));
        }
        return went;
    }

    private static void put(Map<String, Long> went, String what, long many) {
        if (many > 0) {
            went.put(what, many);
        }
    }

    private static Map<String, Long> days(List<RandomLife> lives) {
        Map<String, Long> days = new TreeMap<>();
        for (RandomLife life : lives) {
            for (RandomLife.Heard it : life.heard()) {
                String day = it.event().at().atZone(CHINA).toLocalDate().toString();
                if (it.before().equals("UNSEEN") && !it.state().equals("UNSEEN")) {
                    days.merge(day + " received", 1L, Long::sum);
                }
                if (!it.before().equals("CLOSED") && it.state().equals("CLOSED")) {
                    days.merge(day + " closed", 1L, Long::sum);
                }
            }
        }
        return days;
    }
}
