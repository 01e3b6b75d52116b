package org.chuishao.analytics.brief;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chuishao.analytics.figures.Database;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.mesh.reference.Units;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class BriefsTest {

    private static final String BRIEFS = "/api/v1/briefs";
    private static final String DAY = "&day=2026-11-24&region=";

    @Inject
    Units units;

    @AfterEach
    void nothing_stays() throws SQLException {
        for (String table : new String[] {"callback_fact", "clock_fact", "ticket_fact"}) {
            Database.run("analytics_reader", "delete from " + table + " where region like '2149%'");
        }
    }

    @Test
    void a_daily_brief_compares_with_the_same_weekday_of_the_week_before() throws SQLException {
        received("214901", "HEATING_OFF", "2026-11-24", 60);
        received("214902", "STREET_CLEANING", "2026-11-24", 30);
        received("214903", "PARKING", "2026-11-24", 3);
        received("214901", "HEATING_OFF", "2026-11-17", 40);
        called("214901", "2026-11-24", 45);

        as("analyst", "2149")
                .get(BRIEFS + "?kind=daily" + DAY + "2149")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("title.zh", is("日报"))
                .body("beforeFrom", is("2026-11-17"))
                .body("counts.name", contains("received", "closed", "open", "overdue"))
                .body("counts[0].now", is(93))
                .body("counts[0].before", is(40))
                .body("counts[0].change", is(53))
                .body("attention.zh", hasItem(containsString("受理 93 件，较上期增加 53 件")))
                .body("fields.key", contains("UTILITIES", "CITY_CARE"))
                .body("fields[0].before", is(40))
                .body("places.key", contains("214901", "214902", "214903"))
                .body("places.now", contains(is(60), nullValue(), nullValue()))
                .body("figures.find { it.name == 'solution-rate' }.now.numerator", is(45))
                .body("figures.find { it.name == 'solution-rate' }.now.denominator", is(60))
                .body("trend", hasSize(30))
                .body("events[0].name.zh", is("停暖不热"));
    }

    @Test
    void the_page_is_well_formed_escapes_what_it_shows_and_has_no_script() throws Exception {
        publish("U-EVIL", "<script>alert(1)</script>=cmd", "214901");
        received("214901", "HEATING_OFF", "2026-11-24", 60);
        called("214901", "2026-11-24", 45);
        Database.run(
                "analytics_reader",
                "update callback_fact set unit = case when ticket_id::text < '8' then 'U-EVIL' else 'U-OTHER' end"
                        + " where region = '214901'");
        publish("U-OTHER", "另一家", "214901");
        received("214901", "HEATING_OFF", "2026-11-23", 200);
        called("214901", "2026-11-23", 160);
        Database.run(
                "analytics_reader",
                "update callback_fact set unit = case when solved then 'U-OTHER' else 'U-EVIL' end where region = '214901'");

        for (String kind : new String[] {"daily", "weekly", "special&category=HEATING_OFF"}) {
            Response page = as("analyst", "2149").accept("text/html").get(BRIEFS + "?kind=" + kind + DAY + "2149");
            page.then()
                    .statusCode(200)
                    .contentType("text/html")
                    .header("Content-Security-Policy", containsString("default-src 'none'"));
            String html = page.asString();
            assertThat(html).doesNotContain("<script").contains("@page", "counter(pages)");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        }
        String weekly = as("analyst", "2149")
                .accept("text/html")
                .get(BRIEFS + "?kind=weekly" + DAY + "2149")
                .asString();
        assertThat(weekly).contains("&lt;script&gt;alert(1)&lt;/script&gt;=cmd");
        Path kept = Path.of("target", "briefs", "weekly.html");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, weekly);
    }

    @Test
    void the_table_has_a_line_for_each_figure_and_no_formula() throws Exception {
        publish("U-FORMULA", "=HYPERLINK(\"x\")", "214901");
        received("214901", "HEATING_OFF", "2026-11-24", 80);
        called("214901", "2026-11-24", 40);
        Database.run(
                "analytics_reader",
                "update callback_fact set unit = case when solved then 'U-OTHER' else 'U-FORMULA' end"
                        + " where region = '214901'");
        publish("U-OTHER", "另一家", "214901");

        Response csv = as("auditor", "2149").get(BRIEFS + "/export?kind=daily" + DAY + "2149");
        csv.then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"brief-daily-2026-11-24-2149.csv\"");
        String text = new String(csv.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFFpart,key,zh,en,now,before,")
                .contains("count,received,受理,Received,80,0,")
                .contains("figure,solution-rate,解决率,Solution rate,,,40,80,0.5000,")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(text.lines().map(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1).length))
                .containsOnly(11);
    }

    @Test
    void a_county_has_its_own_brief_and_nobody_elses() throws SQLException {
        received("214901", "HEATING_OFF", "2026-11-24", 20);
        received("214902", "HEATING_OFF", "2026-11-24", 30);

        for (String path : new String[] {"", "/export"}) {
            as("analyst", "214901")
                    .get(BRIEFS + path + "?kind=daily" + DAY + "214902")
                    .then()
                    .statusCode(404);
            as("unit", "214901").get(BRIEFS + path).then().statusCode(403);
            given().get(BRIEFS + path).then().statusCode(401);
        }
        as("analyst", "214901")
                .get(BRIEFS + "?kind=daily" + DAY + "2149")
                .then()
                .body("counts[0].now", is(20))
                .body("places.key", not(hasItem("214902")));
        String csv = as("analyst", "214901")
                .get(BRIEFS + "/export?kind=daily" + DAY + "2149")
                .asString();
        assertThat(csv).contains("count,received,受理,Received,20").doesNotContain("214902");
        String page = as("analyst", "214901")
                .accept("text/html")
                .get(BRIEFS + "?kind=daily" + DAY + "2149")
                .asString();
        assertThat(page).contains(">20<").doesNotContain(">50<");
    }

    @Test
    void wrong_words_are_named() {
        wrong("kind=monthly", "kind");
        wrong("kind=special", "category");
        wrong("day=2026-02-30", "day");
        wrong("day=2199-01-01", "day");
        wrong("category=a'b", "category");
        wrong("region=21x", "region");
        as("analyst", "21").accept("image/png").get(BRIEFS).then().statusCode(406);
    }

    private static void wrong(String query, String field) {
        as("analyst", "21").get(BRIEFS + "?" + query).then().statusCode(400).body("errors.field", hasItem(field));
    }

    private static void received(String region, String category, String day, int people) throws SQLException {
        Database.run(
                "analytics_reader",
                "insert into ticket_fact (ticket_id, number, state, secret, region, channel, kind, category, units, caller,"
                        + " received_at, closed_at, dispatches, misdirected, reworks, reopenings, excluded)"
                        + " select gen_random_uuid(), 'N' || n, 'CLOSED', false, '" + region + "', 'PHONE', 'HELP', '"
                        + category + "', '{}', '" + region + "-' || n, timestamptz '" + day
                        + "T12:00+08:00', timestamptz '"
                        + day + "T18:00+08:00', 1, false, 0, 0, false from generate_series(1, " + people + ") n");
    }

    /** Of all that came in on the day, and so many of them are solved. */
    private static void called(String region, String day, int solved) throws SQLException {
        Database.run(
                "analytics_reader",
                "insert into callback_fact select ticket_id, 1, region, lead_unit, 1, true, timestamptz '" + day
                        + "T20:00+08:00', true, substring(number, 2)::int <= " + solved
                        + ", 'SATISFIED' from ticket_fact"
                        + " where region = '" + region + "' and received_at = timestamptz '" + day + "T12:00+08:00'");
    }

    private void publish(String id, String name, String region) throws Exception {
        try (LogProbe log = new LogProbe(Mesh.shared().bootstrapServers())) {
            Unit unit = new Unit(id, name, UnitKind.COMPANY, "HEATING", 3, region, null, true);
            log.write(Topics.UNITS, unit.id(), Map.of(), new ObjectMapper().writeValueAsString(unit));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> units.find(id).isPresent());
    }

    private static RequestSpecification as(String role, String region) {
        return given().auth().oauth2(Mesh.shared().mint().token(Bearer.of(role).regions(region)));
    }
}
