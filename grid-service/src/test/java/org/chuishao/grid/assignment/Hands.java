package org.chuishao.grid.assignment;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;

/** The worker of one grid, and what he does in these tests. */
final class Hands {

    static final String GRID = "210102001002101";
    static final String COMMUNITY = "210102001002";
    static final String TERRITORY = "U-TERR-" + COMMUNITY;
    static final Bearer WORKER = worker("W-" + GRID + "-1");
    static final String KEY = "Idempotency-Key";

    private Hands() {}

    static TicketOnLog dispatched(String title) {
        return TicketOnLog.accepted(title, GRID).dispatched(GRID, Severity.ORDINARY, TERRITORY);
    }

    static String assignment(TicketOnLog ticket, Bearer holder) {
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().until(() -> as(holder).get(path).path("items.size()"), is(1));
        return as(holder).get(path).path("items[0].id");
    }

    static boolean conflict(String id) {
        return as(WORKER).post(path(id, "signatures")).statusCode() == 409;
    }

    static String phase(String id) {
        return as(WORKER).get("/api/v1/assignments/" + id).path("phase");
    }

    static ValidatableResponse act(String id, String act, Map<String, ?> body) {
        return as(WORKER)
                .header(KEY, UUID.randomUUID())
                .body(body)
                .post(path(id, act))
                .then();
    }

    /** When its result is due. */
    static Instant due(String id) {
        String ticket = as(WORKER).get("/api/v1/assignments/" + id).path("ticket");
        String path = "/api/v1/deadlines?act=RESOLVE&ticket=" + ticket;
        await().until(() -> as(WORKER).get(path).path("items.size()"), is(1));
        return OffsetDateTime.parse(as(WORKER).get(path).path("items[0].dueAt"))
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
    }

    static String path(String id, String act) {
        return "/api/v1/assignments/" + id + "/" + act;
    }

    /** Lets it be as if it had been made so much earlier. */
    static void age(String id, Duration by) {
        Reader.update("update assignment set created_at = created_at - interval '" + by.toSeconds() + " seconds'"
                + " where id = '" + id + "'");
    }
}
