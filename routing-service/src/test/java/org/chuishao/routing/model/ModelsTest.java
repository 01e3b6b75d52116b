package org.chuishao.routing.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Callers.ops;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.routing.learn.Centre;
import org.chuishao.routing.learn.Meanings;
import org.chuishao.routing.learn.Planes;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A province brings its own history: learnt from, looked at, put in its place, given a line, and taken back. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ModelsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String COLUMNS = "?id=编号&label=事项&title=标题&body=内容";
    private static final String TITLE = "我家穿棉袄还发抖";
    private static final String BODY = "这几天屋里冷得像冰窖，盼着有人来看看";
    private static final Map<String, String> WHY = Map.of("reason", "test");

    @Inject
    SentenceModel sentences;

    @Test
    void a_model_acts_only_where_a_person_has_given_it_the_line() {
        String id = learnt(Citizens.csv(360));
        as(ops())
                .get("/api/v1/models/" + id)
                .then()
                .body("figures.accuracy", greaterThan(0.95f))
                .body("figures.macroF1", greaterThan(0.95f))
                .body("figures.confusion", hasSize(3))
                .body("failure", nullValue());
        as(ops()).get("/api/v1/models/" + id + "/curve").then().statusCode(200).body(containsString("<svg"));
        TicketOnLog byRules = dispatched();
        assertThat(model(byRules)).isEqualTo("keywords-1");
        assertThat(meaning(byRules)).as("nobody has read it").isNull();

        as(ops())
                .body(WHY)
                .post("/api/v1/models/" + id + "/promotion")
                .then()
                .statusCode(200)
                .body("state", is("ACTIVE"));
        as(ops())
                .get("/api/v1/automatic-lines")
                .then()
                .body("items.enabled", everyItem(is(false)))
                .body("items.find { it.line == 'HEATING' }.threshold", notNullValue());
        assertThat(model(dispatched())).as("nobody has given it the line").isEqualTo("keywords-1");

        give(true);
        TicketOnLog byItself = answeredBy("kernel-2-360-");
        JsonNode dispatched = byItself.events("ticket.dispatched").get(0);
        assertThat(dispatched.path("leadUnit").asText()).isEqualTo("U-HEATING-CO-210102");
        assertThat(dispatched.path("mode").asText()).isEqualTo("AUTO");
        as(dispatcher("210102"))
                .get("/api/v1/tickets/" + byItself.id() + "/decision")
                .then()
                .body("decision.candidates[0].label", is("HEATING_OFF"))
                .body("decision.candidates[0].evidence", hasSize(3));
        whatItMeansIsToldByTheSecretOfThisInstallation(byItself);
        reportsAndSecretsAreNotItsOwn();

        String second = learnt(Citizens.csv(357));
        as(ops())
                .body(WHY)
                .post("/api/v1/models/" + second + "/promotion")
                .then()
                .statusCode(200);
        answeredBy("kernel-2-357-");
        as(ops()).body(WHY).post("/api/v1/models/rollback").then().statusCode(204);
        answeredBy("kernel-2-360-");
        as(ops()).body(WHY).post("/api/v1/models/rollback").then().statusCode(204);
        assertThat(model(dispatched()))
                .as("the rejected one does not come back")
                .isEqualTo("keywords-1");
        as(ops()).body(WHY).post("/api/v1/models/rollback").then().statusCode(409);
        give(false);
    }

    private static void reportsAndSecretsAreNotItsOwn() {
        TicketOnLog report = TicketOnLog.accepted(TITLE, BODY, Kind.REPORT, COMMUNITY);
        TicketOnLog secret = TicketOnLog.received(TITLE, BODY, Kind.COMPLAINT, Channel.PHONE, COMMUNITY, true)
                .accept();
        for (TicketOnLog ticket : new TicketOnLog[] {report, secret}) {
            assertThat(model(ticket)).isEqualTo("keywords-1");
            assertThat(ticket.events("ticket.dispatched")).isEmpty();
            assertThat(meaning(ticket)).isNull();
        }
    }

    /** As after any start and in any replica: the planes are drawn anew from what the database keeps. */
    private void whatItMeansIsToldByTheSecretOfThisInstallation(TicketOnLog ticket) {
        Planes planes = new Planes(salt(), Meanings.READ_BY, Centre.read(), Planes.SIGNS);
        Meanings meanings = sentences.forLearning();
        Meaning found = meaning(ticket);

        assertThat(found.cosine(planes.of(meanings.of(TITLE, BODY)))).isGreaterThan(0.99);
        assertThat(found.cosine(planes.of(meanings.of("娃娃天天写到半夜", "书包重得背不动")))).isLessThan(0.65);
    }

    private static @Nullable Meaning meaning(TicketOnLog ticket) {
        String meaning =
                ticket.events("ticket.classified").get(0).path("meaning").asText(null);
        return meaning == null ? null : new Meaning(meaning);
    }

    private static String salt() {
        Mesh mesh = Mesh.shared();
        try (Connection connection = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"),
                        "routing_reader",
                        mesh.secrets().password());
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("select salt::text from sketch_salt")) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_wrong_with_a_file_is_said_and_nothing_learns() {
        send(ops(), COLUMNS, "事项,标题\nA,b\n")
                .statusCode(400)
                .body("errors.message", everyItem(containsString("no column 编号")));
        send(ops(), COLUMNS, "事项,标题,内容,编号\nA,b,c,1\n")
                .statusCode(400)
                .body("errors.message", everyItem(containsString("50")));
        send(dispatcher("21"), COLUMNS, Citizens.csv(360)).statusCode(403);
        send(Bearer.of("ops").regions("2101"), COLUMNS, Citizens.csv(360)).statusCode(403);
        as(ops())
                .body(Map.of("enabled", true, "reason", "test"))
                .put("/api/v1/automatic-lines/NOWHERE")
                .then()
                .statusCode(404);
        as(ops())
                .body(Map.of("enabled", true))
                .put("/api/v1/automatic-lines/HEATING")
                .then()
                .statusCode(400);
    }

    private static String learnt(String file) {
        String id = send(ops(), COLUMNS, file)
                .statusCode(202)
                .body("state", is("LEARNING"))
                .extract()
                .path("id");
        await().atMost(PATIENCE).until(() -> "READY"
                .equals(as(ops()).get("/api/v1/models/" + id).path("state")));
        return id;
    }

    private static void give(boolean enabled) {
        as(Bearer.of("supervisor").subject("zhao").regions("21"))
                .body(Map.of("enabled", enabled, "reason", "试运行两周，准确率达标"))
                .put("/api/v1/automatic-lines/HEATING")
                .then()
                .statusCode(200)
                .body("enabled", is(enabled))
                .body("by", is("zhao"));
    }

    private static TicketOnLog dispatched() {
        TicketOnLog ticket = TicketOnLog.accepted(TITLE, BODY, Kind.COMPLAINT, COMMUNITY);
        await().atMost(PATIENCE).until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        return ticket;
    }

    /** The log waits half a second for a model; what it is too slow for goes by rules. */
    private static TicketOnLog answeredBy(String model) {
        return await().atMost(PATIENCE)
                .until(ModelsTest::dispatched, ticket -> model(ticket).startsWith(model));
    }

    private static String model(TicketOnLog ticket) {
        await().atMost(PATIENCE).until(() -> ticket.events("ticket.classified"), hasSize(1));
        return ticket.events("ticket.classified").get(0).path("model").asText();
    }

    private static ValidatableResponse send(Bearer who, String columns, String file) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(who))
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post("/api/v1/models" + columns)
                .then();
    }
}
