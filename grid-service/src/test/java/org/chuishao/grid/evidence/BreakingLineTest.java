package org.chuishao.grid.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.grid.evidence.Uploads.GRID;
import static org.chuishao.grid.evidence.Uploads.PATH;
import static org.chuishao.grid.evidence.Uploads.WORKER;
import static org.chuishao.grid.evidence.Uploads.announcement;
import static org.chuishao.grid.evidence.Uploads.assignment;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.token;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import org.chuishao.grid.evidence.picture.PictureFiles;
import org.chuishao.grid.log.GridTables;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker loses no photo by a bad network. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class BreakingLineTest {

    private static final int LINE = 500_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @Timeout(120)
    void aPhotoOfFourMegabytesArrivesWholeAndOnceOverALineThatBreaksEvery500Kilobytes() throws Exception {
        byte[] file = PictureFiles.large(4_000_000, 11);
        Map<String, Object> announcement = announcement(assignment("道路塌陷", GRID), file);
        String photo = PATH + "/" + announcement.get("id");
        try (BreakingLine line = new BreakingLine(RestAssured.port, LINE)) {
            JsonNode state = insisting(line, PATH, "POST", -1, MAPPER.writeValueAsBytes(announcement));
            while (!state.path("state").asText().equals("STORED")) {
                int from = state.path("offset").asInt();
                int to = Math.min(file.length, from + state.path("piece").asInt());
                insisting(line, photo, "PATCH", from, Arrays.copyOfRange(file, from, to));
                state = insisting(line, photo, "GET", -1, new byte[0]);
            }
            assertThat(line.breaks.get()).isGreaterThanOrEqualTo(8);
        }

        String id = (String) announcement.get("id");
        as(WORKER).get(photo).then().body("state", is("STORED")).body("offset", is(file.length));
        assertThat(as(WORKER).get(photo + "/content").asByteArray()).hasSizeGreaterThan(1_000_000);
        assertThat(GridTables.text("select count(*)::text from evidence where id = ?::uuid", id))
                .isEqualTo("1");
        assertThat(GridTables.text("select count(*)::text from evidence_piece where evidence_id = ?::uuid", id))
                .isEqualTo("0");
    }

    /** As a phone does it: until there is an answer, whichever it is. */
    private JsonNode insisting(BreakingLine line, String path, String method, int offset, byte[] body)
            throws Exception {
        BodyPublisher content = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + line.port() + path))
                .header("Authorization", "Bearer " + token(WORKER))
                .header("Content-Type", offset < 0 ? "application/json" : "application/offset+octet-stream")
                .method(method, content);
        if (offset >= 0) {
            request.header(EvidenceResource.OFFSET, Integer.toString(offset));
        }
        while (true) {
            try {
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 202, 409);
                return MAPPER.readTree(answer.body());
            } catch (IOException broken) {
                // again
            }
        }
    }
}
