package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.OF_DALIAN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Acts.dueForCallback;
import static org.chuishao.intake.Acts.onTheLog;
import static org.chuishao.intake.Acts.seen;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.RestOfMesh.calledBack;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets about the same matter: one is handled, and each caller is told. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class MergeTest {

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void eachCallerIsToldTheParentsResult() {
        UUID parent = byPhone();
        UUID child = byPhone();
        merge(child, parent).statusCode(201).body("state", equalTo("MERGED"));
        assertThat(onTheLog(child)).doesNotContain("同一栋楼");
        calledBack(child, true, "early-" + child)
                .then()
                .statusCode(409)
                .body("state", equalTo("MERGED"))
                .body("detail", containsString("no result yet"));
        assertThat(dueForCallback()).doesNotContain(child.toString());

        RestOfMesh.handled(parent);
        RestOfMesh.reviewed(parent);
        calledBack(parent, true, "yes-" + parent).then().statusCode(201).body("state", equalTo("CLOSED"));

        await().atMost(PATIENCE).until(() -> dueForCallback().contains(child.toString()));
        seen(child)
                .body("state", equalTo("MERGED"))
                .body("merged.parent", equalTo(parent.toString()))
                .body("merged.result", equalTo("修好了"));
        calledBack(child, true, "yes-" + child).then().statusCode(201).body("state", equalTo("CLOSED"));
        awaitEvent(child, "ticket.closed");
        seen(child).body("merged", nullValue());
        assertThat(dueForCallback()).doesNotContain(child.toString());
    }

    @Test
    void whatIsMergedIsNoParentAndAParentIsNotMerged() {
        UUID parent = byPhone();
        UUID child = byPhone();
        UUID third = byPhone();
        merge(child, child).statusCode(400).body("errors[0].field", equalTo("parent"));
        merge(child, parent).statusCode(201);

        merge(parent, child).statusCode(409).body("detail", containsString("is merged itself"));
        merge(third, child).statusCode(409).body("state", equalTo("PENDING_DISPATCH"));
        merge(parent, third).statusCode(409).body("detail", containsString("others are merged into this ticket"));
        merge(child, third).statusCode(409).body("state", equalTo("MERGED"));

        act(AGENT, child, "unmerges", Map.of("ground", "不是一回事"))
                .statusCode(201)
                .body("state", equalTo("PENDING_DISPATCH"));
        seen(child).body("merged", nullValue());
        merge(parent, third).statusCode(201);
    }

    @Test
    void ofTwoMergesIntoEachOtherOneStands() {
        for (int i = 0; i < 5; i++) {
            UUID one = byPhone();
            UUID other = byPhone();
            CompletableFuture<Integer> there = CompletableFuture.supplyAsync(
                    () -> merge(one, other).extract().statusCode());
            CompletableFuture<Integer> back = CompletableFuture.supplyAsync(
                    () -> merge(other, one).extract().statusCode());
            assertThat(there.join() + back.join()).isEqualTo(201 + 409);
        }
    }

    @Test
    void bothLieInTheScopeAndNeitherTellsAnothersSecret() {
        UUID parent = byPhone();
        UUID child = byPhone();
        act(OF_DALIAN, child, "merges", into(parent)).statusCode(404);
        Map<String, Object> elsewhere = Intake.complaint();
        elsewhere.put("place", Map.of("region", "210202"));
        UUID ofDalian = Intake.submitted(elsewhere);
        act(OF_DALIAN, ofDalian, "merges", into(parent)).statusCode(400).body("errors[0].field", equalTo("parent"));

        act(AGENT, parent, "secrecy", Map.of("secret", true, "reason", "保密")).statusCode(201);
        merge(child, parent).statusCode(409).body("detail", containsString("report or secret"));
        merge(parent, child).statusCode(201);
    }

    @Test
    void whenTheParentEndsWithoutAResultEachGoesOnByItself() throws SQLException {
        UUID parent = byWeb();
        UUID child = byPhone();
        merge(child, parent).statusCode(201);
        awaitEvent(child, "ticket.merged");

        act(CITIZEN, parent, "withdrawals", Map.of("reason", "NO_LONGER_WANTED"))
                .statusCode(201);

        Intake.awaitState(child, "PENDING_DISPATCH");
        assertThat(see("reader", "select 1 from merged_ticket where child = '" + child + "'"))
                .isEmpty();
        merge(child, parent).statusCode(409).body("detail", containsString("WITHDRAWN"));
    }

    @Test
    void aParentThatIsTakenUpAgainHasNoResultYet() {
        UUID parent = byPhone();
        UUID child = byPhone();
        merge(child, parent).statusCode(201);
        act(AGENT, parent, "answers", Map.of("answer", "明日恢复供热")).statusCode(201);
        await().atMost(PATIENCE).until(() -> dueForCallback().contains(child.toString()));
        seen(child).body("merged.result", equalTo("明日恢复供热"));

        act(AGENT, parent, "reopenings", Map.of("reason", "仍未恢复")).statusCode(201);
        await().atMost(PATIENCE).until(() -> !dueForCallback().contains(child.toString()));
        seen(child).body("merged.result", nullValue());
    }

    /** By what routing's list of similar tickets hands to him. */
    @Test
    void aDispatcherMergesToo() {
        UUID parent = byPhone();
        UUID child = byPhone();
        String ground = "同一事项并单：词句相近 50% / words alike 50%；同一社区 / same community";

        act(
                        Bearer.of("dispatcher").regions("21"),
                        child,
                        "merges",
                        Map.of("parent", parent.toString(), "ground", ground))
                .statusCode(201)
                .body("state", equalTo("MERGED"));
    }

    private static ValidatableResponse merge(UUID child, UUID parent) {
        return act(AGENT, child, "merges", into(parent));
    }

    private static Map<String, ?> into(UUID parent) {
        return Map.of("parent", parent.toString(), "ground", "同一栋楼");
    }
}
