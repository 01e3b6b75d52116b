package org.chuishao.mesh.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.TokenMint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ProblemDocumentsTest {

    private static final String MARK = "SECRETVALUE";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'content':'x','colr':'SECRETVALUE'}                      | colr           | is not a known field",
                "{'content':'x','13912345678':1}                           | (no field name)| is not a known field",
                "{'content':'x','others':[{'name':'a','zz':1}]}            | others[0].zz   | is not a known field",
                "{'content':'x','colour':'SECRETVALUE'}                    | colour         | must be one of RED, BLUE",
                "{'content':'x','count':'SECRETVALUE'}                     | count          | must be a number",
                "{'content':13912345678}                                   | content        | must be a text",
                "{'content':'x','others':'SECRETVALUE'}                    | others         | must be a list",
                "{'content':'x','caller':'SECRETVALUE'}                    | caller         | must be an object",
                "{'content':'x','at':'SECRETVALUE'}                        | at             | must be a time",
                "{'content':'x','id':'SECRETVALUE'}                        | id             | must be a UUID",
                "{'content':'SECRETVALUE',,                                | body           | is not well-formed JSON (line 1",
                "{'content':'x'} SECRETVALUE                               | body           | is not well-formed JSON",
                "null                                                      | body           | must not be null",
                "{'content':' '}                                           | content        | must not be blank",
                "{'content':'x','caller':{'name':'a','phone':'SECRETVALUE'}} | caller.phone | must be a phone number",
                "{'content':'x','others':[{'name':'a'},{'name':''}]}       | others[1].name | must not be blank",
            })
    void namesTheFieldAndNeverTheValue(String body, String field, String message) {
        invalid(agent().contentType(ContentType.JSON)
                        .body(body.replace('\'', '"'))
                        .post("/probe")
                        .then())
                .body("errors.field", hasItem(field))
                .body("errors.message", hasItem(startsWith(message)));
    }

    @Test
    void namesEveryWrongField() {
        invalid(agent().contentType(ContentType.JSON)
                        .body("{\"content\":\"\",\"caller\":{\"phone\":\"x\"}}")
                        .post("/probe")
                        .then())
                .body("errors.field", hasItems("caller.name", "caller.phone", "content"));
    }

    @Test
    void refusesALongTextByItsNameAndALargerBodyByItsSize() {
        invalid(agent().contentType(ContentType.JSON)
                        .body(content(100_000))
                        .post("/probe")
                        .then())
                .body("errors.field", hasItem("content"));
        problem(
                agent().contentType(ContentType.JSON)
                        .body(content(2_000_000))
                        .post("/probe")
                        .then(),
                413);
    }

    @Test
    void takesAnAbsentFlagForFalse() {
        agent().contentType(ContentType.JSON)
                .body("{\"content\":\"x\"}")
                .post("/probe")
                .then()
                .statusCode(200)
                .body("secret", equalTo(false));
    }

    @Test
    void namesAWrongParameter() {
        invalid(agent().get("/probe/list?page-size=101").then()).body("errors.field", hasItem("page-size"));
        invalid(agent().get("/probe/list?page-size=" + MARK).then()).body("errors.field", hasItem("page-size"));
        invalid(agent().get("/probe/list?since=" + MARK).then()).body("errors.field", hasItem("since"));
        problem(agent().get("/probe/one/" + MARK).then(), 404);
    }

    @Test
    void answersWhatHttpRefuses() {
        problem(agent().get("/nothing").then(), 404);
        problem(agent().delete("/probe").then(), 405);
        problem(agent().contentType("text/plain").body(MARK).post("/probe").then(), 415);
        problem(given().get("/probe/conflict").then(), 409)
                .body("state", equalTo("CLOSED"))
                .body("detail", equalTo("It is CLOSED."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/number?text=", "/probe/sql-number?text="})
    void keepsItsOwnFaultsToItself(String path) {
        problem(given().get(path + MARK).then(), 500)
                .body("detail", equalTo("Something went wrong here; please report the instance."))
                .body("instance", startsWith("urn:uuid:"));
    }

    @Test
    void refusesTokensThatAreMissingExpiredOrForeign() {
        TokenMint mint = Mesh.shared().mint();
        Bearer bearer = Bearer.of("agent").regions("21");

        problem(given().get("/probe/list").then(), 401).header("WWW-Authenticate", "Bearer realm=\"chuishao\"");
        for (String token : new String[] {
            MARK, mint.token(bearer, Duration.ofMinutes(-1)), TokenMint.fresh().token(bearer)
        }) {
            problem(given().auth().oauth2(token).get("/probe/list").then(), 401)
                    .header("WWW-Authenticate", containsString("invalid_token"));
        }
    }

    @Test
    void closesWhatTheRoleDoesNotOpenAndWhatNobodyAnnotated() {
        problem(agent().get("/probe/secret").then(), 403);
        problem(agent().get("/probe/forgotten").then(), 403);
        problem(given().get("/probe/forgotten").then(), 401);
    }

    private static RequestSpecification agent() {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(Bearer.of("agent").regions("21")));
    }

    private static String content(int length) {
        return "{\"content\":\"" + "x".repeat(length) + "\"}";
    }

    private static ValidatableResponse invalid(ValidatableResponse response) {
        return problem(response, 400).body("title", equalTo("Invalid request"));
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        String document = response.extract().asString();
        assertThat(document).doesNotContain(MARK, "13912345678", "Exception", "org.chuishao", "\tat ");
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
