package org.chuishao.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.MESH;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.keyed;
import static org.chuishao.intake.Intake.submitted;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class BadInputTest {

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                Arguments.of("title", "title", ""),
                Arguments.of("title", "title", null),
                Arguments.of("title", "title", 17),
                Arguments.of("content", "content", "长".repeat(100_000 / 3)),
                Arguments.of("channel", "channel", "PIGEON"),
                Arguments.of("channel", "channel", "GRID"),
                Arguments.of("kind", "kind", "complaint"),
                Arguments.of("colour", "colour", "red"),
                Arguments.of("caller", "caller.phone", Map.of("name", "张三")),
                Arguments.of("caller", "caller.phone", Map.of("phone", "12345")),
                Arguments.of("caller", "caller.colour", Map.of("phone", "13812341234", "colour", "red")),
                Arguments.of("place", "place.region", Map.of("region", "999999999999")),
                Arguments.of("place", "place.region", Map.of("region", "110101")),
                Arguments.of("place", "place.crs", Map.of("longitude", 123.4, "latitude", 41.8)),
                Arguments.of("place", "place.crs", Map.of("longitude", 123.4, "latitude", 41.8, "crs", "MARS")),
                Arguments.of("place", "place.longitude", Map.of("longitude", "x", "latitude", 41.8, "crs", "WGS84")),
                Arguments.of("happenedAt", "happenedAt", "2126-01-01T00:00:00+08:00"),
                Arguments.of("happenedAt", "happenedAt", "yesterday"),
                Arguments.of("secret", "secret", "perhaps"),
                Arguments.of("sourceNumber", "sourceNumber", "\u0000"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aWrongFieldIsNamedAndNothingIsStored(String field, String named, @Nullable Object value) throws SQLException {
        List<String> before = Intake.storedAtRest();
        Map<String, Object> ticket = complaint();
        ticket.put(field, value);

        Response reply = keyed(AGENT).body(ticket).post(TICKETS);

        isProblem(reply, 400).body("errors.field", hasItem(named));
        assertThat(Intake.stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void aBrokenBodyIsRefused(String body) throws SQLException {
        List<String> before = Intake.storedAtRest();
        isProblem(keyed(AGENT).body(body).post(TICKETS), 400);
        assertThat(Intake.stored()).isEqualTo(before);
    }

    static Stream<String> brokenBodies() {
        return Stream.of("", "{", "[]", "null", "\"13812341234\"", "{\"title\":", "{} {}", "[".repeat(2000), "不是");
    }

    @Test
    void aKeyIsNeeded() {
        isProblem(as(AGENT).body(complaint()).post(TICKETS), 400).body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() {
        isProblem(keyed(AGENT).body("x".repeat(2_000_000)).post(TICKETS), 413);
    }

    @Test
    void aTokenOfTheRightRoleIsNeeded() {
        isProblem(given().contentType("application/json").body(complaint()).post(TICKETS), 401);
        isProblem(
                given().contentType("application/json")
                        .header("Authorization", "Bearer " + MESH.mint().token(AGENT) + "x")
                        .body(complaint())
                        .post(TICKETS),
                401);
        for (String role : List.of("unit", "grid-worker", "reviewer", "ops")) {
            isProblem(
                    keyed(Bearer.of(role).regions("21").unit("U").worker("W"))
                            .body(complaint())
                            .post(TICKETS),
                    403);
        }
        isProblem(keyed(Bearer.of("agent")).body(complaint()).post(TICKETS), 403);
        isProblem(keyed(Bearer.of("agent").regions("2102")).body(complaint()).post(TICKETS), 400)
                .body("errors[0].field", equalTo("place.region"));
    }

    @Test
    void aTicketOfAnotherRegionIsNotThere() {
        String ticket = TICKETS + "/" + submitted(complaint());
        Bearer dalian = Bearer.of("agent").regions("2102");
        isProblem(as(dalian).get(ticket), 404);
        isProblem(as(dalian).get(ticket + "/timeline"), 404);
        isProblem(keyed(dalian).body("{}").post(ticket + "/acceptances"), 404);
        isProblem(keyed(dalian).body(Map.of("reason", "OTHER")).post(ticket + "/withdrawals"), 404);
        isProblem(keyed(dalian).body(Map.of("reason", "x")).post(ticket + "/reveals"), 404);
        isProblem(
                keyed(Bearer.of("reviewer").regions("2102"))
                        .body(Map.of("passed", true))
                        .post(ticket + "/reviews"),
                404);
        isProblem(as(AGENT).get(TICKETS + "/" + UUID.randomUUID()), 404);
        isProblem(as(AGENT).get(TICKETS + "/17"), 404);
        as(Bearer.of("unit").unit("U-NONE")).get(TICKETS).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void aCommandsFieldsAreNamedToo() {
        String ticket = TICKETS + "/" + submitted(complaint());
        isProblem(keyed(AGENT).body(Map.of("reason", "因为")).post(ticket + "/withdrawals"), 400)
                .body("errors[0].field", equalTo("reason"));
        isProblem(keyed(Intake.REVIEWER).body("{}").post(ticket + "/reviews"), 400)
                .body("errors[0].field", equalTo("passed"));
        isProblem(keyed(AGENT).body(Map.of("reached", true)).post(ticket + "/callbacks"), 400)
                .body("errors.field", equalTo(List.of("contacted", "solved", "satisfaction")));
        isProblem(keyed(AGENT).body(Map.of("reached", false, "solved", true)).post(ticket + "/callbacks"), 400)
                .body("errors.field", equalTo(List.of("solved")));
        isProblem(keyed(AGENT).body(Map.of("reached", false)).post(ticket + "/callbacks"), 409)
                .body("state", equalTo("PENDING_DISPATCH"));
        isProblem(keyed(AGENT).body(Map.of("reason", " ")).post(ticket + "/reveals"), 400)
                .body("errors[0].field", equalTo("reason"));
    }

    @Test
    void whatIsDoneToATicketNeedsAKeyOfItsOwn() throws SQLException {
        String ticket = TICKETS + "/" + submitted(complaint());
        List<String> before = Intake.storedAtRest();
        isUnkeyed(AGENT, ticket + "/acceptances", Map.of());
        isUnkeyed(AGENT, ticket + "/withdrawals", Map.of("reason", "OTHER"));
        isUnkeyed(Intake.REVIEWER, ticket + "/reviews", Map.of("passed", true));
        isUnkeyed(AGENT, ticket + "/callbacks", Map.of("reached", false));
        isUnkeyed(AGENT, ticket + "/reveals", Map.of("reason", "x"));
        assertThat(Intake.stored()).isEqualTo(before);
    }

    private static void isUnkeyed(Bearer by, String path, Map<String, ?> body) {
        isProblem(as(by).body(body).post(path), 400).body("errors.field", equalTo(List.of("Idempotency-Key")));
    }

    private static io.restassured.response.ValidatableResponse isProblem(Response reply, int status) {
        assertThat(reply.asString())
                .doesNotContain("Exception", "at org.", "at io.", "13812341234", "张三", "PIGEON", "因为");
        return reply.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
