package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Acts.OF_DALIAN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Acts.seen;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.Warnings.awaitTakenUp;
import static org.chuishao.intake.Warnings.confirmed;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers whose complaints are handled as one are told so, once. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class CallerNoticeTest {

    private static final String NOTICES = "/api/v1/caller-notices";
    private static final Bearer CALL_CENTRE = Bearer.of("call-centre").regions("2101");

    private UUID ticket;
    private UUID child;

    @BeforeEach
    void aComplaintHasJoined() {
        Intake.ready();
        ticket = Ids.next();
        child = byPhone();
        confirmed(ticket, child);
        confirmed(ticket, child);
        awaitEvent(child, "ticket.merged");
        awaitTakenUp();
    }

    @Test
    void eachCallerIsToldOnceInWordsThatNameBothNumbers() {
        String number = seen(ticket).extract().path("number");
        String own = seen(child).extract().path("number");

        List<Map<String, Object>> notices = noticesOf(CALL_CENTRE, child);

        assertThat(notices).hasSize(1);
        assertThat(notices.get(0))
                .containsEntry("parentNumber", number)
                .containsEntry("parent", ticket.toString())
                .containsEntry("failures", 0);
        assertThat((String) notices.get(0).get("words")).contains(own, number, Warnings.TITLE);
        assertThat(notices.toString()).doesNotContain("13812341234", "张三丰");
        assertThat(noticesOf(AGENT, ticket)).isEmpty();
    }

    @Test
    void itStaysInTheListUntilAReceiptSaysThatHeKnows() {
        String id = notice();
        receipt(CALL_CENTRE, id, "key-f-" + id, "FAILED").statusCode(201);
        assertThat(noticesOf(CALL_CENTRE, child).get(0)).containsEntry("failures", 1);

        receipt(CALL_CENTRE, id, "key-d-" + id, "DELIVERED").statusCode(201).body("outcome", equalTo("DELIVERED"));
        receipt(CALL_CENTRE, id, "key-d-" + id, "DELIVERED").statusCode(201);
        receipt(CALL_CENTRE, id, "key-d-" + id, "FAILED").statusCode(422);

        assertThat(noticesOf(CALL_CENTRE, child)).isEmpty();
    }

    @Test
    void aReceiptIsOfTheScopeAndOfThePast() throws SQLException {
        String id = notice();
        assertThat(noticesOf(OF_DALIAN, child)).isEmpty();
        receipt(OF_DALIAN, id, "key-" + id, "DELIVERED").statusCode(404);
        as(REVIEWER).get(NOTICES).then().statusCode(403);
        as(AGENT)
                .header("Idempotency-Key", "key-" + id)
                .body(Map.of("channel", "SMS", "outcome", "DELIVERED", "at", "2099-01-01T00:00:00+08:00"))
                .post(NOTICES + "/" + id + "/receipts")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("at"));

        assertThat(seenByPostgresIn("2101", id)).isTrue();
        assertThat(seenByPostgresIn("2102", id)).isFalse();
        assertThat(see("app", "select 1 from caller_notice")).isEmpty();
    }

    @Test
    void whoGoesOnByHimselfIsNotTold() {
        act(AGENT, child, "unmerges", Map.of("ground", "不是一回事")).statusCode(201);

        assertThat(noticesOf(CALL_CENTRE, child)).isEmpty();
    }

    @Test
    void theListGoesOnBehindItsCursor() {
        List<String> pages = new ArrayList<>();
        String after = "";
        for (int i = 0; i < 1000 && !pages.contains(notice()); i++) {
            List<String> ids = page(after, 1, "items.id");
            pages.addAll(ids);
            after = page(after, 1, "next");
        }
        assertThat(pages).doesNotHaveDuplicates().contains(notice());
        as(AGENT).queryParam("after", "nowhere").get(NOTICES).then().statusCode(400);
    }

    private String notice() {
        return (String) noticesOf(AGENT, child).get(0).get("id");
    }

    private static <T> T page(String after, int limit, String path) {
        return as(AGENT)
                .queryParams("after", after, "limit", limit)
                .get(NOTICES)
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    /** Below what is still being written anywhere on the server, so that nothing is passed by. */
    private static List<Map<String, Object>> noticesOf(Bearer bearer, UUID ticket) {
        if (bearer == CALL_CENTRE || bearer == AGENT) {
            awaitNothingOpen();
        }
        return as(bearer)
                .queryParam("limit", 500)
                .get(NOTICES)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.ticket == '" + ticket + "' }");
    }

    private static void awaitNothingOpen() {
        await().atMost(PATIENCE).until(() -> see("superuser", """
                select 1 from caller_notice where tx >= pg_snapshot_xmin(pg_current_snapshot())""").isEmpty());
    }

    private static ValidatableResponse receipt(Bearer bearer, String notice, String key, String outcome) {
        return as(bearer)
                .header("Idempotency-Key", key)
                .body(Map.of("channel", "VOICE", "outcome", outcome, "at", "2026-11-01T08:00:00+08:00"))
                .post(NOTICES + "/" + notice + "/receipts")
                .then();
    }

    private static boolean seenByPostgresIn(String region, String notice) throws SQLException {
        try (Connection connection = Intake.connect("app");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('chuishao.regions', '" + region + "', true)");
            return statement
                    .executeQuery("select 1 from caller_notice where id = '" + notice + "'")
                    .next();
        }
    }
}
