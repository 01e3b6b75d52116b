package org.chuishao.grid.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Test;

/** The limits as data: who may set which, from when, and which one holds. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SlaRulesTest {

    private static final String RULES = "/api/v1/sla-rules";
    private static final Bearer OPS = Bearer.of("ops").regions("21");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    void aRegionsOwnRuleGoesBeforeThatOfTheRegionsAboveIt() {
        effective("region=210381001&act=SIGN&level=URGENT").body("id", is("sign-urgent"), "limit", is("30min"));
        post(supervisor("2103"), "", rule("sign-haicheng", "210381", "20min"))
                .statusCode(201)
                .body("version", is("1"), "limitText", is("20分钟"));

        effective("region=210381001&act=SIGN&level=URGENT").body("id", is("sign-haicheng"));
        effective("region=2103&act=SIGN&level=URGENT").body("id", is("sign-urgent"));
        as(OPS).get(RULES + "?region=210381001&act=SIGN&level=URGENT")
                .then()
                .body("items.id", contains("sign-haicheng", "sign-urgent"));
        as(OPS).get(RULES + "?region=2102&act=SIGN").then().body("items.id", not(hasItem("sign-haicheng")));
        as(OPS).get(RULES + "?on=2023-01-01").then().body("items.id", is(java.util.List.of()));
        await().atMost(Duration.ofSeconds(30)).until(() -> published("sign-haicheng") == 1);
        assertThat(audited("sign-haicheng@1")).isEqualTo("1");
    }

    @Test
    void aNextVersionEndsTheOneBeforeAndEditsNone() {
        post(OPS, "", rule("sign-tieling", "2112", "25min")).statusCode(201);
        LocalDate later = TODAY.plusDays(10);
        post(OPS, "/sign-tieling/versions", terms("15min", later))
                .statusCode(201)
                .body("version", is("2"));

        as(OPS).get(RULES + "/sign-tieling")
                .then()
                .body("items.version", contains("1", "2"))
                .body("items.limit", contains("25min", "15min"))
                .body("items[0].validTo", is(later.toString()));
        effective("region=2112&act=SIGN&level=URGENT&on=" + later.minusDays(1)).body("limit", is("25min"));
        effective("region=2112&act=SIGN&level=URGENT&on=" + later).body("limit", is("15min"));

        post(OPS, "/sign-tieling/versions", terms("10min", later))
                .statusCode(409)
                .body("rule", is("sign-tieling"), "version", is("2"));
        post(OPS, "/sign-tieling/versions", terms("10min", TODAY.plusDays(5)))
                .statusCode(409)
                .body("version", is("2"));
        post(OPS, "/no-such-rule/versions", terms("10min", later)).statusCode(404);
    }

    @Test
    void aRuleForTheSameTicketsIsRefusedWithTheOneThatStands() {
        post(OPS, "", rule("sign-dandong", "2106", "25min")).statusCode(201);
        post(OPS, "", rule("sign-dandong-too", "2106", "20min"))
                .statusCode(409)
                .body("rule", is("sign-dandong"), "version", is("1"));
        post(OPS, "", rule("sign-dandong", "210602", "20min")).statusCode(409).body("rule", is("sign-dandong"));
        Map<String, Object> byNight = rule("sign-dandong-night", "2106", "40min");
        byNight.put("hours", "22:00-06:00");
        post(OPS, "", byNight).statusCode(201);
        effective("region=2106&act=SIGN&level=URGENT&at=23:00").body("id", is("sign-dandong-night"));
        effective("region=2106&act=SIGN&level=URGENT&at=12:00").body("id", is("sign-dandong"));
    }

    @Test
    void theSameCallOnceMoreSetsNothingMore() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = rule("sign-fushun", "2104", "25min");
        send(OPS, "", key, body).statusCode(201);
        send(OPS, "", key, body).statusCode(201).body("id", is("sign-fushun"));
        body.put("limit", "35min");
        send(OPS, "", key, body).statusCode(422);
        as(OPS).body(body).post(RULES).then().statusCode(400).body("errors.field", hasItem("Idempotency-Key"));
        as(OPS).get(RULES + "/sign-fushun").then().body("items.limit", contains("25min"));
    }

    @Test
    void aSupervisorSetsRulesOfTheOwnRegionAndNobodyElseAny() {
        Map<String, Object> benxi = rule("sign-benxi", "2105", "25min");
        post(supervisor("2103"), "", benxi).statusCode(403);
        post(supervisor("210502"), "", benxi).statusCode(403);
        Map<String, Object> anywhere = rule("sign-anywhere", "2105", "25min");
        anywhere.remove("region");
        anywhere.put("category", "TEST_ONLY");
        post(supervisor("21"), "", anywhere).statusCode(403);
        post(supervisor("2103"), "/sign-urgent/versions", terms("10min", TODAY.plusDays(1)))
                .statusCode(403);
        post(Bearer.of("auditor").regions("21"), "", benxi).statusCode(403);
        post(supervisor("2105"), "", benxi).statusCode(201);
        post(OPS, "", anywhere).statusCode(201);
    }

    @Test
    void theDatabaseItselfKeepsOthersRulesAndWhatAVersionSaid() throws SQLException {
        assertThatThrownBy(
                        () -> asApp("insert into clock_rule select 'x', 1, act, level, '2107', category, line, hours,"
                                + " time_limit, start_rule, stops, valid_from, null, false, source, set_at, set_by, true"
                                + " from clock_rule where id = 'sign-urgent'"))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> asApp("update clock_rule set time_limit = '9h' where id = 'sign-urgent'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asApp("delete from clock_rule")).hasMessageContaining("permission denied");
    }

    @Test
    void whatNoRuleMaySayIsRefusedByItsField() {
        Map<String, Object> citizen = rule("citizen-stops", "2108", "5wd");
        citizen.putAll(Map.of("act", "CITIZEN", "stops", true));
        refused(citizen, "stops");
        refused(with("validFrom", TODAY.minusDays(1).toString()), "validFrom");
        refused(with("validTo", TODAY.toString()), "validTo");
        refused(with("limit", "soon"), "limit");
        refused(with("hours", "at night"), "hours");
        refused(with("region", "219999"), "region");
        refused(with("line", "NO_SUCH_LINE"), "line");
        refused(with("source", "张三 13812341234"), "source");
        refused(with("id", "Not An Id"), "id");
    }

    private static void refused(Map<String, Object> rule, String field) {
        post(OPS, "", rule).statusCode(400).body("errors.field", everyItem(is(field)));
    }

    private static Map<String, Object> with(String field, String value) {
        Map<String, Object> rule = rule("sign-refused", "2108", "25min");
        rule.put(field, value);
        return rule;
    }

    private static Map<String, Object> rule(String id, String region, String limit) {
        Map<String, Object> rule = new HashMap<>(terms(limit, TODAY));
        rule.putAll(Map.of("id", id, "act", "SIGN", "level", "URGENT", "region", region));
        return rule;
    }

    private static Map<String, Object> terms(String limit, LocalDate from) {
        return Map.of("limit", limit, "validFrom", from.toString(), "source", "试行办法");
    }

    private static ValidatableResponse effective(String query) {
        return as(OPS).get(RULES + "/effective?" + query).then().statusCode(200);
    }

    private static ValidatableResponse post(Bearer who, String path, Map<String, Object> body) {
        return send(who, path, UUID.randomUUID().toString(), body);
    }

    private static ValidatableResponse send(Bearer who, String path, String key, Map<String, Object> body) {
        return as(who).header("Idempotency-Key", key)
                .body(body)
                .post(RULES + path)
                .then();
    }

    private static int published(String id) {
        try (LogProbe log = new LogProbe(Mesh.shared().bootstrapServers())) {
            return log.read(Topics.RULES, "rule/" + id).size();
        }
    }

    private static String audited(String detail) {
        try (Connection reader = connect("grid_reader");
                Statement sql = reader.createStatement();
                ResultSet rows = sql.executeQuery(
                        "select count(*) from audit where action = 'rule.set' and detail = '" + detail + "'")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void asApp(String update) throws SQLException {
        try (Connection app = connect("grid_app");
                Statement sql = app.createStatement()) {
            sql.execute("select set_config('chuishao.regions', '2103', false)");
            sql.executeUpdate(update);
        }
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                Mesh.shared().jdbcUrl("grid"), role, Mesh.shared().secrets().password());
    }
}
