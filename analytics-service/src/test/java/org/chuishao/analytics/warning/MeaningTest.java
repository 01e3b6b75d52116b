package org.chuishao.analytics.warning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.figures.Database;
import org.chuishao.analytics.warning.window.Meant;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** One matter that was filed as two: from events on the log to one warning. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class MeaningTest extends Called {

    private static final String COLD = "HEATING_OFF";
    private static final String SERVICE = "HEATING_SERVICE";

    @Test
    void five_neighbours_who_mean_the_same_are_warned_of_once_whatever_it_was_filed_as() {
        String here = "215801001001";
        String unlike = "215801001002";
        for (int i = 0; i < 3; i++) {
            callers.means("cold " + unlike + i, unlike, COLD, now, Meant.cold(i));
            callers.means("cold " + here + i, here, COLD, now, Meant.cold(i));
        }
        for (int i = 3; i < 5; i++) {
            callers.means("noisy " + unlike + i, unlike, SERVICE, now, Meant.noise(i));
            callers.means("cold " + here + i, here, SERVICE, now, Meant.cold(i));
        }

        String id = await().atMost(SOON)
                .until(() -> ids(here), them -> them.size() == 1)
                .get(0);
        analyst()
                .get(WARNINGS + "/" + id)
                .then()
                .body("warning.rule", is("CLUSTER"))
                .body("warning.category", is(COLD))
                .body("warning.people", is(5))
                .body("evidence", hasSize(5))
                .body("evidence.findAll { it.byMeaning }", hasSize(2))
                .body("filed.category", is(List.of(COLD, SERVICE)))
                .body("filed.tickets", is(List.of(3, 2)))
                .body("filed.byMeaning", is(List.of(0, 2)));
        assertThat(analyst().get(WARNINGS + "/" + id).asString())
                .doesNotContain(Meant.cold(0).value());

        // they become the most; still it is one matter
        for (int i = 5; i < 9; i++) {
            callers.means("cold " + here + i, here, SERVICE, now.plusSeconds(i), Meant.cold(i));
        }
        await().atMost(SOON).until(() -> people(id) == 9);
        assertThat(ids(here)).containsExactly(id);
        assertThat(ids(unlike)).isEmpty();
    }

    @Test
    void what_becomes_secret_is_held_beside_others_no_more() {
        String here = "215801001003";
        Meaning meaning = Meant.cold(9);
        UUID ticket = callers.means("cold " + here, here, COLD, now, meaning);
        await().atMost(SOON).until(() -> signals(ticket), them -> them.contains(meaning.value()));

        callers.becomesSecret(ticket, now.plusSeconds(1));
        await().atMost(SOON).until(() -> signals(ticket), them -> them.contains("\"stands\":false"));
        assertThat(signals(ticket).lines().filter(it -> it.contains("\"stands\":false")))
                .isNotEmpty()
                .noneMatch(it -> it.contains(meaning.value()));
        assertThat(rows("select meaning from ticket_fact where ticket_id = '" + ticket + "'"))
                .isEqualTo("null");
    }

    private static String signals(UUID ticket) {
        return rows("select data from outbox where topic = 'signals' and data like '%" + ticket + "%'");
    }

    private static String rows(String query) {
        try {
            return String.join("\n", Database.rows("analytics_reader", query));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ids(String region) {
        return analyst().get(WARNINGS + "?region=" + region).jsonPath().getList("items.id");
    }

    private static int people(String id) {
        return analyst().get(WARNINGS + "/" + id).jsonPath().getInt("warning.people");
    }

    private static RequestSpecification analyst() {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(Bearer.of("analyst").regions("2158")));
    }
}
