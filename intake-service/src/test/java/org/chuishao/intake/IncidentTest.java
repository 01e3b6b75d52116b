package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Acts.ANOTHER_CITIZEN;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Acts.dueForCallback;
import static org.chuishao.intake.Acts.onTheLog;
import static org.chuishao.intake.Acts.seen;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.LOG;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.awaitState;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.Intake.submitted;
import static org.chuishao.intake.RestOfMesh.SEALER;
import static org.chuishao.intake.RestOfMesh.calledBack;
import static org.chuishao.intake.RestOfMesh.timeline;
import static org.chuishao.intake.Warnings.awaitTakenUp;
import static org.chuishao.intake.Warnings.awaitTicket;
import static org.chuishao.intake.Warnings.confirmed;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A confirmed warning is one ticket, and the complaints that stand in it join that one. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class IncidentTest {

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whatItsUnitsAreToKnowBesideIsAddedOnceWhileItIsOpen() {
        UUID ticket = Ids.next();
        UUID event = Ids.next();
        confirmed(ticket);
        Warnings.said(event, "judged", Warnings.noting(ticket, "预警范围扩大到全市"));
        Warnings.said(event, "judged", Warnings.noting(ticket, "预警范围扩大到全市"));
        awaitTakenUp();

        awaitEvent(ticket, "ticket.supplemented");
        assertThat(timeline(ticket)).containsExactly("ticket.received", "ticket.accepted", "ticket.supplemented");
    }

    @Test
    void itMakesOneTicketHoweverOftenItIsTold() {
        UUID ticket = Ids.next();
        UUID event = Ids.next();
        Warnings.said(
                Ids.next(), "raised", "{\"rule\":\"CLUSTER\",\"region\":\"%s\",\"ticket\":null}".formatted(COMMUNITY));
        Warnings.said(event, "judged", Warnings.value(ticket));
        Warnings.said(event, "judged", Warnings.value(ticket));
        confirmed(ticket);
        confirmed(ticket);
        awaitTakenUp();

        awaitEvent(ticket, "ticket.accepted");
        assertThat(timeline(ticket)).containsExactly("ticket.received", "ticket.accepted");
        seen(ticket)
                .body("channel", equalTo("WARNING"))
                .body("kind", equalTo("COMPLAINT"))
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("place.region", equalTo(COMMUNITY))
                .body("title", equalTo(Warnings.TITLE))
                .body("number", notNullValue())
                .body("caller", nullValue());
        assertThat(onTheLog(ticket)).contains("HEATING_OFF").doesNotContain(Warnings.TITLE);
    }

    @Test
    void complaintsJoinItAndTheirCallersSeeWhere() {
        UUID ticket = Ids.next();
        UUID child = byPhone();
        UUID own = byWeb();
        confirmed(ticket, child, own);
        confirmed(ticket, child, own);
        awaitTakenUp();

        awaitEvent(child, "ticket.merged");
        assertThat(timeline(child)).containsOnlyOnce("ticket.merged");
        String number = seen(ticket).extract().path("number");
        seen(child)
                .body("state", equalTo("MERGED"))
                .body("incident.ticket", equalTo(ticket.toString()))
                .body("incident.number", equalTo(number))
                .body("incident.state", equalTo("PENDING_DISPATCH"))
                .body("incident.since", notNullValue());
        as(CITIZEN).get(TICKETS + "/" + own).then().statusCode(200).body("incident.number", equalTo(number));
        as(CITIZEN)
                .get(TICKETS + "/" + own + "/timeline")
                .then()
                .body("items.findAll { it.type == 'ticket.merged' }.data.ground", hasItem(containsString(number)));
        as(CITIZEN).get(TICKETS + "/" + ticket).then().statusCode(404);
        as(ANOTHER_CITIZEN).get(TICKETS + "/" + own).then().statusCode(404);
    }

    @Test
    void whatMayNotBeMergedIsLeftAlone() throws SQLException {
        UUID secret = byPhone();
        act(AGENT, secret, "secrecy", Map.of("secret", true, "reason", "保密")).statusCode(201);
        Map<String, Object> reported = complaint();
        reported.put("kind", "REPORT");
        UUID report = submitted(reported);
        UUID answered = byPhone();
        act(AGENT, answered, "answers", Map.of("answer", "明日恢复")).statusCode(201);
        UUID parent = byPhone();
        UUID merged = byPhone();
        act(AGENT, merged, "merges", Map.of("parent", parent.toString(), "ground", "同一栋楼"))
                .statusCode(201);
        UUID good = byPhone();

        UUID ticket = Ids.next();
        confirmed(ticket, secret, report, answered, parent, merged, good, ticket);
        awaitTakenUp();

        awaitState(good, "MERGED");
        seen(secret).body("state", equalTo("PENDING_DISPATCH")).body("incident", nullValue());
        seen(answered).body("state", equalTo("ANSWERED"));
        seen(parent).body("state", equalTo("PENDING_DISPATCH"));
        seen(merged).body("merged.parent", equalTo(parent.toString())).body("incident", nullValue());
        assertThat(see(
                        "reader",
                        "select child from incident_join where outcome = 'LEFT' and ticket_id = '%s'"
                                .formatted(ticket)))
                .containsExactlyInAnyOrder(List.of(secret, report, answered, parent, merged, ticket).stream()
                        .map(UUID::toString)
                        .toArray(String[]::new));
    }

    @Test
    void laterOnesJoinWhileItIsOpenAndItsResultIsTheirs() {
        UUID ticket = Ids.next();
        UUID first = byPhone();
        confirmed(ticket, first);
        awaitTicket(ticket);
        UUID second = byPhone();
        confirmed(ticket, second);
        awaitEvent(second, "ticket.merged");

        RestOfMesh.handled(ticket);
        await().atMost(PATIENCE).untilAsserted(() -> seen(first).body("incident.state", equalTo("PENDING_REVIEW")));
        RestOfMesh.reviewed(ticket);
        assertThat(dueForCallback()).contains(ticket.toString()).doesNotContain(first.toString());
        calledBack(ticket, true, "checked-" + ticket).then().statusCode(201).body("state", equalTo("CLOSED"));

        await().atMost(PATIENCE).until(() -> dueForCallback().contains(second.toString()));
        seen(first).body("merged.result", equalTo("修好了"));
        calledBack(first, true, "yes-" + first).then().statusCode(201).body("state", equalTo("CLOSED"));

        UUID late = byPhone();
        confirmed(ticket, late);
        awaitTakenUp();
        seen(late).body("state", equalTo("PENDING_DISPATCH")).body("incident", nullValue());
    }

    @Test
    void whoWasTakenOutOfItIsNotPutBack() {
        UUID ticket = Ids.next();
        UUID child = byPhone();
        confirmed(ticket, child);
        awaitEvent(child, "ticket.merged");
        act(AGENT, child, "unmerges", Map.of("ground", "不是一回事")).statusCode(201);

        confirmed(ticket, child);
        awaitTakenUp();

        seen(child).body("state", equalTo("PENDING_DISPATCH")).body("incident", nullValue());
    }

    @Test
    void whatGridFoundJoinsAsSoonAsItHasBeenRead() throws SQLException {
        UUID ticket = Ids.next();
        UUID found = Ids.next();
        confirmed(ticket, found);
        awaitTakenUp();
        assertThat(see("reader", "select outcome from incident_join where child = '%s'".formatted(found)))
                .containsExactly("WAITING");

        Place place = new Place(null, COMMUNITY, null, null, null);
        Intake.write(
                found,
                Source.GRID,
                1,
                null,
                0,
                new GridReported(SEALER.seal("管道冒汽"), SEALER.seal("换热站外"), place, COMMUNITY + "101", List.of(), false));

        awaitTicket(found);
        awaitEvent(found, "ticket.merged");
        seen(found).body("incident.ticket", equalTo(ticket.toString()));
    }

    @Test
    void whatCannotBeReadIsKeptAsideAndTheOthersGoOn() throws SQLException {
        UUID ordinary = byPhone();
        UUID ticket = Ids.next();
        Warnings.said(Ids.next(), "judged", "{\"ticket\":");
        Warnings.said(Ids.next(), "judged", "{\"region\":\"%s\",\"ticket\":\"%s\"}".formatted(COMMUNITY, Ids.next()));
        LOG.write(Warnings.TOPIC, COMMUNITY, Map.of(), Warnings.value(Ids.next()));
        confirmed(ordinary);
        confirmed(ticket);

        awaitTicket(ticket);
        assertThat(see("reader", "select cause from left_out_warning"))
                .contains(
                        "the value is no JSON",
                        "title is missing",
                        "ce_type is missing",
                        "ticket is one that did not come of a warning");
        assertThat(timeline(ordinary)).containsExactly("ticket.received", "ticket.accepted");
    }

    @Test
    void ofACommandAndAWarningOneMergesIt() {
        for (int i = 0; i < 5; i++) {
            UUID ticket = Ids.next();
            confirmed(ticket);
            awaitTicket(ticket);
            UUID child = byPhone();
            UUID other = byPhone();
            CompletableFuture<Integer> byAgent = CompletableFuture.supplyAsync(
                    () -> act(AGENT, child, "merges", Map.of("parent", other.toString(), "ground", "同一栋楼"))
                            .extract()
                            .statusCode());
            confirmed(ticket, child, other);
            awaitTakenUp();

            String into = byAgent.join() == 201 ? other.toString() : ticket.toString();
            seen(child).body("merged.parent", equalTo(into));
            awaitEvent(child, "ticket.merged");
            assertThat(timeline(child)).containsOnlyOnce("ticket.merged");
        }
    }
}
