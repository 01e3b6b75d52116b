package org.chuishao.routing.classify;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.log.Reference;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ClassificationTest {

    private static final String TRY = "/api/v1/classifications";

    /** The regions are there when a ticket has gone out by them. */
    @BeforeEach
    void regionsAreRead() {
        TicketOnLog ticket = TicketOnLog.accepted("暖气不热", "室温不达标", Kind.HELP, Reference.COMMUNITY);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
    }

    @Test
    void a_text_is_tried_and_the_answer_explained() {
        as(dispatcher("21"))
                .body(Map.of("text", "沈阳市和平区浑河湾街道中华社区家里暖气不热，室温不达标", "kind", "COMPLAINT"))
                .post(TRY)
                .then()
                .statusCode(200)
                .body("severity", is("URGENT"))
                .body("category", is("HEATING_OFF"))
                .body("place.region", is(Reference.COMMUNITY))
                .body("evidence", hasItems("hazard: 暖气不热", "word: 室温不达标", "place: 中华社区"));
    }

    @Test
    void wrong_fields_are_named() {
        as(dispatcher("21"))
                .body(Map.of("text", "", "region", "沈阳"))
                .post(TRY)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("text", "region"));
        as(dispatcher("21"))
                .body(Map.of("text", "字".repeat(20_001)))
                .post(TRY)
                .then()
                .statusCode(400);
    }

    @Test
    void a_text_is_tried_by_who_works_with_texts() {
        given().contentType(ContentType.JSON).body("{}").post(TRY).then().statusCode(401);
        as(Bearer.of("citizen").citizen("c"))
                .body(Map.of("text", "x"))
                .post(TRY)
                .then()
                .statusCode(403);
    }

    @Test
    void lines_categories_and_catalogue_are_read_by_anybody_with_a_token() {
        as(dispatcher("21")).get("/api/v1/lines").then().statusCode(200).body("items", hasSize(20));
        as(dispatcher("21"))
                .get("/api/v1/categories")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("HEATING_OFF", "OTHER"));
        as(dispatcher("21"))
                .get("/api/v1/catalogue?category=HEATING_OFF&region=210102")
                .then()
                .statusCode(200)
                .body("items.category", everyItem(is("HEATING_OFF")))
                .body("items.lead", hasItem("U-HEATING-CO-{county}"));
    }
}
