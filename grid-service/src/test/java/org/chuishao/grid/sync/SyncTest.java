package org.chuishao.grid.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.sync.Phone.PATH;
import static org.chuishao.grid.sync.Phone.captured;
import static org.chuishao.grid.sync.Phone.send;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.VerificationRequested;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SyncTest {

    private static final String GRID = "210102001003101";
    private static final Bearer WORKER = worker("W-" + GRID + "-1");
    private static final Bearer DESK = unit("U-TERR-210102001003");
    private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");
    private static final Sealer SEALER = new Sealer(Mesh.shared().secrets().log());

    @Test
    void anActThatWasDoneOnlineAndWhoseAnswerWasLostIsDoneAlready() {
        String id = assignment(dispatched("电梯异响"));
        Map<String, Object> sign = captured("SIGN", id, AT, Map.of());
        Map<String, Object> contact =
                captured("CONTACT", id, AT.plusSeconds(1), Map.of("reached", true, "note", "已联系"));
        as(WORKER)
                .header("Idempotency-Key", sign.get("clientId"))
                .post("/api/v1/assignments/" + id + "/signatures")
                .then()
                .statusCode(201);

        send(WORKER, List.of(contact, sign))
                .statusCode(200)
                .body("items.clientId", contains(contact.get("clientId"), sign.get("clientId")))
                .body("items.result", contains("APPLIED", "ALREADY_APPLIED"));
        as(WORKER)
                .header("Idempotency-Key", contact.get("clientId"))
                .body(contact.get("body"))
                .post("/api/v1/assignments/" + id + "/contacts")
                .then()
                .statusCode(201);
    }

    @Test
    void aWrongItemIsToldByItsFieldAndStopsNoOther() {
        String id = assignment(dispatched("漏水"));
        Map<String, Object> noTime = captured("SIGN", id, AT, Map.of());
        noTime.remove("capturedAt");
        Map<String, Object> unknownAct = captured("DANCE", id, AT, Map.of());
        Map<String, Object> nobody = captured("CONTACT", id, AT, Map.of());
        Map<String, Object> noResult = captured("RESOLVE", id, AT, Map.of("solved", true));
        Map<String, Object> phone = captured("ARRIVE", id, AT, Map.of("proof", "tel:13900001234"));
        Map<String, Object> noMatter = captured("SIGN", id, AT, Map.of());
        noMatter.remove("assignment");
        Map<String, Object> sign = captured("SIGN", id, AT, Map.of());

        send(WORKER, List.of(noTime, unknownAct, nobody, noResult, phone, noMatter, sign))
                .statusCode(200)
                .body(
                        "items.result",
                        contains("INVALID", "INVALID", "INVALID", "INVALID", "INVALID", "INVALID", "APPLIED"))
                .body("items[0].clientId", is(noTime.get("clientId")))
                .body("items[0].problem.errors[0].field", is("capturedAt"))
                .body("items[1].problem.errors[0].field", is("act"))
                .body("items[2].problem.errors[0].field", is("body"))
                .body("items[3].problem.errors[0].field", is("result"))
                .body("items[4].problem.errors[0].field", is("proof"))
                .body("items[5].problem.errors[0].field", is("assignment"))
                .body("items[6].problem", nullValue());
        as(WORKER)
                .body("{\"items\":[null,5,{\"clientId\":\"老王 13900001234\"}]}")
                .post(PATH)
                .then()
                .statusCode(200)
                .body("items.result", contains("INVALID", "INVALID", "INVALID"))
                .body("items[2].clientId", nullValue());
        as(WORKER).body("{}").post(PATH).then().statusCode(400);
        as(WORKER)
                .body(Map.of("items", Collections.nCopies(1001, sign)))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("items"));
    }

    @Test
    void whatIsOutOfScopeIsAConflictThatShowsNothing() {
        String id = assignment(dispatched("占道"));
        Bearer other = worker("W-210102001003102-1");
        send(other, List.of(captured("SIGN", id, AT, Map.of())))
                .body("items.result", contains("CONFLICT"))
                .body("items[0].problem.status", is(404))
                .body("items[0].assignment", nullValue());
        as(other).get(PATH).then().statusCode(200).body("tasks.id", not(hasItem(id)));
        as(WORKER).get("/api/v1/assignments/" + id).then().body("phase", is("PENDING_SIGN"));
    }

    @Test
    void whatWasLookedAtIsTakenOverToo() {
        TicketOnLog ticket = TicketOnLog.accepted("夜间施工", GRID)
                .write(Source.ROUTING, new VerificationRequested(GRID, SEALER.seal("是否施工？")));
        await().until(
                        () -> as(WORKER).get("/api/v1/verifications").path("items.ticket"),
                        hasItem(ticket.id().toString()));
        Map<String, Object> found =
                captured("VERIFY", "", AT, Map.of("confirmed", true, "region", GRID, "evidence", List.of("photo-1")));
        found.remove("assignment");
        found.put("verification", ticket.id().toString());

        send(WORKER, List.of(found, found)).body("items.result", contains("APPLIED", "ALREADY_APPLIED"));
        await().until(() -> ticket.events("assignment.verified").size(), is(1));
        assertThat(ticket.events("assignment.verified").get(0).value())
                .contains("\"capturedAt\":\"2026-11-23T01:00:00Z\"");
        Map<String, Object> late = new HashMap<>(found);
        late.put("clientId", "0197a2b4-0000-7000-8000-000000000001");
        send(WORKER, List.of(late)).body("items.result", contains("CONFLICT"));
    }

    @Test
    void aPhoneIsToldWhatThereIsToDoAndThenOnlyWhatChanged() {
        TicketOnLog supplemented = dispatched("树木倾倒");
        String stays = assignment(supplemented);
        String goes = assignment(dispatched("护栏破损"));
        JsonPath all = read("");
        assertThat(all.getList("tasks.id", String.class)).contains(stays, goes);
        assertThat(all.getList("ended")).isEmpty();
        as(WORKER)
                .get(PATH)
                .then()
                .body("reference.grids.code", hasItem(GRID))
                .body("reference.grids[0].roles", hasItem("FULL_TIME_WORKER"))
                .body("reference.acts", hasItems("SIGN", "VERIFY"))
                .body("reference.limits.note", is(2000))
                .body("reference.photos.piece", is(256 * 1024));
        assertThat(settled(all.getString("next")).getList("tasks")).isEmpty();

        String next = settled(all.getString("next")).getString("next");
        send(
                        DESK,
                        List.of(
                                captured("SIGN", goes, AT, Map.of()),
                                captured("RESOLVE", goes, AT.plusSeconds(1), Map.of("solved", true, "result", "已换"))))
                .body("items.result", contains("APPLIED", "APPLIED"));
        supplemented.write(Source.INTAKE, new Supplemented(SEALER.seal("又倒了一棵"), null));

        await().untilAsserted(() -> as(WORKER)
                .queryParam("since", next)
                .get(PATH)
                .then()
                .body("tasks.id", hasItem(stays))
                .body("ended.id", hasItem(goes))
                .body("ended.find { it.id == '" + goes + "' }.phase", is("RESOLVED"))
                .body("ended.find { it.id == '" + goes + "' }.at", notNullValue()));
        as(WORKER)
                .queryParam("since", "nonsense")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("detail", containsString("not valid"));
    }

    @Test
    void aListThatGoesOnMissesNothing() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(assignment(dispatched("巡查" + i)));
        }
        List<String> told = new ArrayList<>();
        String since = "";
        boolean more = true;
        while (more) {
            JsonPath page = read("&limit=2" + (since.isEmpty() ? "" : "&since=" + since));
            told.addAll(page.getList("tasks.id"));
            since = page.getString("next");
            more = page.getBoolean("more");
        }
        assertThat(told).containsAll(made).doesNotHaveDuplicates();
    }

    private static JsonPath read(String query) {
        return as(WORKER)
                .get(PATH + "?limit=500".repeat(query.isEmpty() ? 1 : 0) + query.replaceFirst("&", "?"))
                .jsonPath();
    }

    /** Once what was under way has been told. */
    private static JsonPath settled(String since) {
        JsonPath[] last = {null};
        String[] at = {since};
        await().until(() -> {
            last[0] = read("&limit=500&since=" + at[0]);
            at[0] = last[0].getString("next");
            return last[0].getList("tasks").isEmpty();
        });
        return last[0];
    }

    private static TicketOnLog dispatched(String title) {
        return TicketOnLog.accepted(title, GRID).dispatched(GRID, Severity.ORDINARY, "U-TERR-210102001003");
    }

    private static String assignment(TicketOnLog ticket) {
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().until(() -> as(WORKER).get(path).path("items.size()"), is(1));
        return as(WORKER).get(path).path("items[0].id");
    }
}
