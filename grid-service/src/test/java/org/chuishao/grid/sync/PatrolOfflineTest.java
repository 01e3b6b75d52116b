package org.chuishao.grid.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.sync.Phone.PATH;
import static org.chuishao.grid.sync.Phone.captured;
import static org.chuishao.grid.sync.Phone.send;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.GridTables;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What a worker finds where there is no network is a ticket when he is back, once, with its photos. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PatrolOfflineTest {

    private static final String COMMUNITY = "210102002006";
    private static final String GRID = COMMUNITY + "101";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Bearer WORKER = worker("W-" + GRID + "-1");
    private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void whatWasFoundIsReportedOnceAndSaysWhenItWasSeen() {
        Map<String, Object> item = patrol(found(GRID));
        String id = send(WORKER, List.of(item))
                .statusCode(200)
                .body("items.result", contains("APPLIED"))
                .body("items[0].ticket", notNullValue())
                .extract()
                .path("items[0].ticket");
        send(WORKER, List.of(item))
                .body("items.result", contains("ALREADY_APPLIED"))
                .body("items[0].ticket", is(id));
        as(WORKER)
                .header("Idempotency-Key", item.get("clientId"))
                .body(found(GRID))
                .post("/api/v1/patrol-reports")
                .then()
                .statusCode(201)
                .body("id", is(id));

        TicketOnLog ticket = TicketOnLog.known(UUID.fromString(id));
        await().atMost(PATIENCE).until(() -> ticket.events("grid.reported"), hasSize(1));
        assertThat(ticket.events("grid.reported").get(0).value())
                .contains("\"capturedAt\":\"2026-11-23T01:00:00Z\"")
                .doesNotContain("井盖");
        as(WORKER).get(PATH).then().body("reference.acts", hasItem("PATROL"));
    }

    @Test
    void aWrongOneIsToldByItsFieldAndHoldsUpNoOther() {
        Map<String, Object> noTitle = found(GRID);
        noTitle.remove("title");
        send(WORKER, List.of(patrol(noTitle), patrol(found("210102001003101")), patrol(Map.of()), patrol(found(GRID))))
                .statusCode(200)
                .body("items.result", contains("INVALID", "INVALID", "INVALID", "APPLIED"))
                .body("items[0].problem.errors[0].field", is("title"))
                .body("items[1].problem.errors[0].field", is("grid"))
                .body("items[2].problem.errors[0].field", is("body"))
                .body("items[0].ticket", nullValue());
        send(unit("U-TERR-" + COMMUNITY), List.of(patrol(found(GRID)))).body("items.result", contains("CONFLICT"));
    }

    @Test
    void whatIsSentAgainWhenItsKeyIsForgottenIsTheSameTicket() {
        Map<String, Object> item = patrol(found(GRID));
        String id = send(WORKER, List.of(item)).extract().path("items[0].ticket");
        forget(item);
        send(WORKER, List.of(item))
                .body("items.result", contains("ALREADY_APPLIED"))
                .body("items[0].ticket", is(id));
    }

    @Test
    void whoHasBeenMovedMeanwhileReportsWhatHeHadFound() {
        String grid = COMMUNITY + "103";
        String mover = "W-" + grid + "-1";
        GridTables.insertAsSuperuser(
                "update membership set valid_to = app_now() - interval '1 day' where worker = ? and grid = ?",
                mover,
                grid);
        Map<String, Object> before = patrol(found(grid));
        before.put("capturedAt", Instant.now().minus(Duration.ofDays(2)).toString());
        Map<String, Object> after = patrol(found(grid));
        after.put("capturedAt", Instant.now().toString());
        Map<String, Object> tomorrow = patrol(found(grid));
        tomorrow.put("capturedAt", Instant.now().plus(Duration.ofDays(1)).toString());
        String id = send(worker(mover), List.of(before, after, tomorrow))
                .body("items.result", contains("APPLIED", "INVALID", "INVALID"))
                .body("items[1].problem.errors[0].field", is("grid"))
                .extract()
                .path("items[0].ticket");
        forget(before);
        send(worker(mover), List.of(before))
                .body("items.result", contains("ALREADY_APPLIED"))
                .body("items[0].ticket", is(id));
        as(worker(mover)).get("/api/v1/patrol-reports").then().body("items.id", not(hasItem(id)));
    }

    /** As it is after a week. */
    private static void forget(Map<String, Object> item) {
        GridTables.update("delete from idempotency where key = ?", item.get("clientId"));
    }

    @Test
    void aPhotoIsSentForAReport() {
        String id = send(WORKER, List.of(patrol(found(GRID)))).extract().path("items[0].ticket");
        Map<String, Object> photo = photo(id);
        announce(WORKER, photo, 201);
        for (Bearer other :
                List.of(worker("W-" + COMMUNITY + "102-1"), unit("U-TERR-210102001003"), desk("210102001003"))) {
            announce(other, photo(id), 404);
            as(other).get("/api/v1/evidence/" + photo.get("id")).then().statusCode(404);
            as(other).get("/api/v1/evidence?patrolReport=" + id).then().body("items", hasSize(0));
        }
        as(desk(COMMUNITY))
                .get("/api/v1/evidence?patrolReport=" + id)
                .then()
                .statusCode(200)
                .body("items.id", contains(photo.get("id")))
                .body("items[0].patrolReport", is(id));
        Bearer company = unit("U-HEATING-CO-210102");
        as(company).get("/api/v1/evidence/" + photo.get("id")).then().statusCode(404);
        TicketOnLog ticket = TicketOnLog.known(UUID.fromString(id));
        await().atMost(PATIENCE).until(() -> ticket.events("grid.reported"), hasSize(1));
        ticket.dispatched(GRID, Severity.ORDINARY, "U-HEATING-CO-210102");
        await().atMost(PATIENCE)
                .until(
                        () -> as(company)
                                .get("/api/v1/evidence/" + photo.get("id"))
                                .statusCode(),
                        is(200));
        as(company).get("/api/v1/evidence?patrolReport=" + id).then().body("items.id", contains(photo.get("id")));
        as(unit("U-TERR-210102001003"))
                .get("/api/v1/evidence/" + photo.get("id"))
                .then()
                .statusCode(404);
        as(WORKER)
                .contentType("application/octet-stream")
                .header("Upload-Offset", 0)
                .body("not a picture".getBytes(StandardCharsets.UTF_8))
                .patch("/api/v1/evidence/" + photo.get("id"))
                .then()
                .statusCode(422);
        photo.put("assignment", UUID.randomUUID().toString());
        announce(WORKER, photo, 400);
        as(WORKER).get("/api/v1/evidence").then().statusCode(400);
    }

    private static void announce(Bearer by, Map<String, ?> photo, int status) {
        as(by).body(photo).post("/api/v1/evidence").then().statusCode(status);
    }

    private static Map<String, Object> photo(String report) {
        byte[] file = "not a picture".getBytes(StandardCharsets.UTF_8);
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "patrolReport",
                report,
                "sha256",
                sha256(file),
                "size",
                file.length,
                "type",
                "image/jpeg"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> patrol(Map<String, ?> body) {
        Map<String, Object> item = captured("PATROL", "", AT, body);
        item.remove("assignment");
        return item;
    }

    private static Map<String, Object> found(String grid) {
        return new HashMap<>(Map.of(
                "grid",
                grid,
                "title",
                "井盖松动",
                "content",
                "三号楼前井盖松动",
                "position",
                Map.of("longitude", 123.41, "latitude", 41.79, "crs", "GCJ02"),
                "solvedOnSpot",
                false));
    }
}
