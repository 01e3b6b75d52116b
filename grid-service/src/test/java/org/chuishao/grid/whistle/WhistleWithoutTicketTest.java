package org.chuishao.grid.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.whistle.Blowing.GAS;
import static org.chuishao.grid.whistle.Blowing.SITE;
import static org.chuishao.grid.whistle.Blowing.get;
import static org.chuishao.grid.whistle.Blowing.sign;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.RelayStop;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Whoever sees something before anybody has called opens the ticket with his whistle. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class WhistleWithoutTicketTest {

    private static final String WRITTEN =
            "select count(*) from outbox where topic = 'ticket-lifecycle' and attributes ->> 'type' like '%reported%'"
                    + " and data like ?";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COMMUNITY = "210102001014";
    private static final String GRID = COMMUNITY + "101";
    private static final Bearer DESK = desk(COMMUNITY);
    private static final Map<String, ?> FOUND =
            Map.of("title", "楼道里有煤气味", "content", "三号楼二单元住户闻到煤气味", "category", "GAS_OFF", "place", "三号楼二单元");

    @Test
    void theTicketIsOpenedAndTheWhistleSoundsOnItOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> answer = blow(DESK, key, found(COMMUNITY, FOUND))
                .statusCode(201)
                .body("phase", is("SOUNDED"))
                .body("ticket", notNullValue())
                .extract()
                .path("$");
        blow(DESK, key, found(COMMUNITY, FOUND))
                .statusCode(201)
                .body("ticket", is(answer.get("ticket")))
                .body("id", is(answer.get("id")));
        String whistle = (String) answer.get("id");
        TicketOnLog ticket = TicketOnLog.known(UUID.fromString((String) answer.get("ticket")));

        await().atMost(PATIENCE).until(() -> first(ticket, 2), contains("grid.reported", "whistle.blown"));
        assertThat(ticket.events("grid.reported")).hasSize(1);
        assertThat(ticket.events("whistle.blown")).hasSize(1);
        LogProbe.Found said = ticket.events("grid.reported").get(0);
        assertThat(said.value())
                .contains(COMMUNITY, "GAS_OFF")
                .doesNotContain("煤气")
                .doesNotContain("三号楼");
        assertThat(TicketOnLog.open(said, "title")).isEqualTo("楼道里有煤气味");

        sign(whistle, GAS);
        get(unit(GAS), whistle).statusCode(200).body("severity", is("ORDINARY"));
        ticket.dispatched(GRID, Severity.URGENT, "U-TERR-" + COMMUNITY);
        await().atMost(PATIENCE)
                .until(
                        () -> as(DESK).get("/api/v1/assignments?ticket=" + ticket.id())
                                .path("items.size()"),
                        is(1));
        await().atMost(PATIENCE).untilAsserted(() -> get(DESK, whistle).body("severity", is("URGENT")));
    }

    @Test
    void aWorkerOpensOneInAGridOfHisOwn() {
        Bearer worker = worker("W-" + GRID + "-1");
        String id = blow(worker, UUID.randomUUID().toString(), emergency(GRID))
                .statusCode(201)
                .body("phase", is("SOUNDED"))
                .extract()
                .path("id");
        get(worker, id).statusCode(200).body("severity", is("CRITICAL")).body("danger", is(true));
        blow(worker, UUID.randomUUID().toString(), emergency("210102001003101"))
                .statusCode(400)
                .body("errors.field", hasItem("region"));
    }

    @Test
    void neitherIsThereWithoutTheOther() {
        TicketOnLog ticket;
        try (RelayStop held = new RelayStop()) {
            assertThat(held).isNotNull();
            String id = blow(DESK, UUID.randomUUID().toString(), found(COMMUNITY, FOUND))
                    .statusCode(201)
                    .extract()
                    .path("ticket");
            ticket = TicketOnLog.known(UUID.fromString(id));
            assertThat(ticket.events()).isEmpty();
            assertThat(text(
                            "select string_agg(attributes ->> 'type', ' ' order by seq) from outbox where ticket_id = ?"
                                    + " and attributes ->> 'type' not like '%deadline%'",
                            ticket.id()))
                    .isEqualTo("org.chuishao.grid.reported.v1 org.chuishao.whistle.blown.v1");
        }
        TicketOnLog opened = ticket;
        await().atMost(PATIENCE).until(() -> first(opened, 2), contains("grid.reported", "whistle.blown"));
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsStored() {
        String nobody = "210102001015";
        String before = text(WRITTEN, "%" + nobody + "%");
        Bearer desk = desk(nobody);
        refused(desk, 400, "ticket", found(nobody, null));
        Map<String, Object> both = found(nobody, FOUND);
        both.put("ticket", UUID.randomUUID());
        refused(desk, 400, "found", both);
        Map<String, Object> nowhere = found(nobody, FOUND);
        nowhere.remove("region");
        refused(desk, 400, "region", nowhere);
        refused(desk, 400, "region", found(nobody + "999", FOUND));
        Map<String, Object> odd = new HashMap<>(FOUND);
        odd.put("category", "NO_SUCH_THING");
        refused(desk, 400, "found.category", found(nobody, odd));
        Map<String, Object> silent = new HashMap<>(FOUND);
        silent.put("content", " ");
        assertThat(blow(desk, UUID.randomUUID().toString(), found(nobody, silent))
                        .statusCode(400)
                        .extract()
                        .<List<String>>path("errors.field"))
                .anyMatch(field -> field.endsWith("found.content"));
        for (Bearer elsewhere : List.of(desk("210102001003"), desk("2101"), unit(GAS), Blowing.ADJUDICATOR)) {
            blow(elsewhere, UUID.randomUUID().toString(), found(nobody, FOUND)).statusCode(403);
        }
        blow(desk, UUID.randomUUID().toString(), kind(found(nobody, FOUND), "ENFORCEMENT"))
                .statusCode(403);

        assertThat(text("select count(*) from whistle where region like ?", nobody + "%"))
                .isEqualTo("0");
        assertThat(text(WRITTEN, "%" + nobody + "%")).isEqualTo(before);
    }

    private static void refused(Bearer by, int status, String field, Map<String, ?> body) {
        blow(by, UUID.randomUUID().toString(), body).statusCode(status).body("errors.field", hasItem(field));
    }

    private static Map<String, Object> emergency(String region) {
        Map<String, Object> body = kind(found(region, FOUND), "EMERGENCY");
        body.put("danger", true);
        return body;
    }

    private static Map<String, Object> kind(Map<String, Object> body, String kind) {
        body.put("kind", kind);
        return body;
    }

    private static Map<String, Object> found(String region, Map<String, ?> found) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "kind", "INDUSTRY", "matter", "请到现场查漏", "departments", List.of(GAS), "region", region, "site", SITE));
        if (found != null) {
            body.put("found", found);
        }
        return body;
    }

    private static ValidatableResponse blow(Bearer by, String key, Map<String, ?> body) {
        return as(by).header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/whistles")
                .then();
    }

    private static List<String> first(TicketOnLog ticket, int many) {
        return ticket.events().stream()
                .map(it -> it.headers().get("ce_type"))
                .map(it -> it.replace("org.chuishao.", "").replace(".v1", ""))
                .limit(many)
                .toList();
    }
}
