package org.chuishao.analytics.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class FiguresTest {

    private static final String FIGURES = "/api/v1/figures";
    private static final String COUNTED = """
            select region, category, state, kind, tickets from figure_count where tickets <> 0
            """;
    private static final String RECOUNT = """
            select state ->> 'region', coalesce(state ->> 'category', 'UNCLASSIFIED'), state ->> 'state',
                   coalesce(state ->> 'kind', 'UNKNOWN'), count(*)
            from ticket_fold where state ->> 'state' <> 'UNSEEN' group by 1, 2, 3, 4
            """;

    @Test
    void after_duplicates_and_late_events_the_counts_equal_a_recount_of_the_folds() throws Exception {
        try (LogProbe log = new LogProbe(Mesh.shared().bootstrapServers())) {
            Story story = new Story(7);
            List<UUID> told = new ArrayList<>();
            for (int batch = 0; batch < 10; batch++) {
                List<Event> events = story.randomLog(40);
                events.forEach(story::read);
                events.forEach(event -> told.add(event.id()));
                events.forEach(event -> log.write(EventCodec.record(event)));
                events.stream()
                        .filter(event -> event.id().hashCode() % 3 == 0)
                        .forEach(event -> log.write(EventCodec.record(event)));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> read(told), read -> read == told.size());
        }

        assertThat(Database.rows("analytics_reader", COUNTED))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Database.rows("analytics_reader", RECOUNT));
        long tickets = as(analyst("21"))
                .get(FIGURES)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("total");
        assertThat(tickets)
                .isEqualTo(Long.parseLong(Database.rows(
                                "analytics_reader",
                                "select count(*) from ticket_fold where state ->> 'state' <> 'UNSEEN'")
                        .get(0)));
    }

    @Test
    void the_scope_bounds_what_is_counted() throws SQLException {
        Database.run(
                "analytics_reader",
                "insert into figure_count values ('210902001001', 'NOISE', 'CLOSED', 'HELP', 5),"
                        + " ('211002001001', 'NOISE', 'CLOSED', 'HELP', 3) on conflict do nothing");

        as(analyst("2109"))
                .get(FIGURES + "?level=county&by=state")
                .then()
                .statusCode(200)
                .body("items.region", everyItem(startsWith("2109")))
                .body("items.find { it.region == '210902' }.tickets", is(5))
                .body("items.stateLabel", hasItem("办结"));
        as(analyst("2109")).get(FIGURES + "?region=2110").then().statusCode(404);
        as(analyst("2109")).get(FIGURES + "?region=210902&by=").then().body("total", is(5));
        Database.run("analytics_reader", "delete from figure_count where region in ('210902001001', '211002001001')");
    }

    @Test
    void wrong_parameters_are_named() {
        as(analyst("21")).get(FIGURES + "?level=street").then().statusCode(400).body("errors.field", hasItem("level"));
        as(analyst("21")).get(FIGURES + "?by=name").then().statusCode(400).body("errors.field", hasItem("by"));
        as(analyst("21")).get(FIGURES + "?region=21x").then().statusCode(400).body("errors.field", hasItem("region"));
        as(analyst("21")).get(FIGURES + "/days?from=x").then().statusCode(400).body("errors.field", hasItem("from"));
    }

    @Test
    void a_parameter_that_there_is_not_is_named_rather_than_left_out() {
        as(analyst("21")).get(FIGURES + "?levle=town").then().statusCode(400).body("errors.field", hasItem("levle"));
        as(analyst("21")).get(FIGURES + "/days?day=x").then().statusCode(400).body("errors.field", hasItem("day"));
    }

    @Test
    void more_counts_than_an_answer_holds_are_refused_and_fewer_are_not() throws SQLException {
        Database.run(
                "analytics_reader",
                "insert into figure_count select '2111' || n, 'NOISE', 'CLOSED', 'HELP', 1"
                        + " from generate_series(10000000, 10005000) n");

        as(analyst("2111"))
                .get(FIGURES + "?region=2111&level=community")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("level"));
        as(analyst("2111"))
                .get(FIGURES + "?region=2111&level=county")
                .then()
                .statusCode(200)
                .body("total", is(5001))
                .body("at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?\\+08:00"));
        Database.run("analytics_reader", "delete from figure_count where region like '2111%'");
    }

    @Test
    void figures_are_for_those_who_may_see_them() {
        given().get(FIGURES).then().statusCode(401);
        as(Bearer.of("grid-worker").worker("W-1")).get(FIGURES).then().statusCode(403);
        as(Bearer.of("analyst")).get(FIGURES).then().statusCode(404);
        as(analyst("21")).get(FIGURES + "/definitions").then().statusCode(200).body("name", hasItem("tickets"));
        as(analyst("21")).get(FIGURES + "/days").then().statusCode(200);
    }

    @Test
    void the_page_is_served_and_holds_no_figure_itself() {
        given().get("/").then().statusCode(200).body(containsString("吹哨")).body(not(containsString("210102")));
    }

    @Test
    void no_role_of_the_service_steps_around_row_security() throws SQLException {
        assertThat(Database.rows(
                        "analytics_owner",
                        "select rolname from pg_roles where rolname like 'analytics\\_%'"
                                + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"))
                .isEmpty();
        assertThat(Database.rows(
                        "analytics_owner", "select relname from pg_class where relrowsecurity and relforcerowsecurity"))
                .contains("figure_count", "figure_day");
        assertThat(Database.rows("analytics_app", "select count(*) from figure_count"))
                .containsExactly("0");
    }

    private static long read(List<UUID> events) throws SQLException {
        String ids = events.stream().map(UUID::toString).collect(Collectors.joining("', '"));
        return Long.parseLong(
                Database.rows("analytics_reader", "select count(*) from inbox where event_id in ('" + ids + "')")
                        .get(0));
    }

    private static Bearer analyst(String region) {
        return Bearer.of("analyst").regions(region);
    }

    private static RequestSpecification as(Bearer bearer) {
        return given().auth().oauth2(Mesh.shared().mint().token(bearer));
    }
}
