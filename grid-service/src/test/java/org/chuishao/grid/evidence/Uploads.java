package org.chuishao.grid.evidence;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;

/** A worker who sends photos. */
final class Uploads {

    static final String PATH = "/api/v1/evidence";
    static final String GRID = "210102001002101";
    static final Bearer WORKER = worker("W-" + GRID + "-1");
    private static final int PIECE = 256 * 1024;

    private Uploads() {}

    /** @return an assignment of the first worker of a grid */
    static String assignment(String title, String grid) {
        TicketOnLog ticket = TicketOnLog.accepted(title, grid)
                .dispatched(grid, Severity.ORDINARY, "U-TERR-" + grid.substring(0, 12));
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        Bearer holder = worker("W-" + grid + "-1");
        await().until(() -> as(holder).get(path).path("items.size()"), is(1));
        return as(holder).get(path).path("items[0].id");
    }

    static Map<String, Object> announcement(String assignment, byte[] file) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "assignment",
                assignment,
                "sha256",
                sha256(file),
                "size",
                file.length,
                "type",
                "image/jpeg"));
    }

    static Response announce(Bearer by, Map<String, ?> announcement) {
        return as(by).body(announcement).post(PATH);
    }

    static Response patch(Bearer by, String id, long offset, byte[] piece) {
        return as(by).contentType("application/octet-stream")
                .header(EvidenceResource.OFFSET, offset)
                .body(piece)
                .patch(PATH + "/" + id);
    }

    /** Announces it and sends it piece by piece; the answer to the last. */
    static Response send(String assignment, byte[] file) {
        Map<String, Object> announcement = announcement(assignment, file);
        announce(WORKER, announcement).then().statusCode(201);
        return sendPieces((String) announcement.get("id"), file);
    }

    static Response sendPieces(String id, byte[] file) {
        Response last = null;
        for (int at = 0; at < file.length; at += PIECE) {
            last = patch(WORKER, id, at, Arrays.copyOfRange(file, at, Math.min(file.length, at + PIECE)));
        }
        return last;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
