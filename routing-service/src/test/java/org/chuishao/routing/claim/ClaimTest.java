package org.chuishao.routing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.ShiftableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A waiting ticket in one dispatcher's hand. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ClaimTest {

    private static final AtomicInteger COUNTY = new AtomicInteger(240100);
    private static final Bearer WANG = Bearer.of("dispatcher").subject("wang").regions("24");
    private static final Bearer LI = Bearer.of("dispatcher").subject("li").regions("24");
    private static final Bearer SUPERVISOR =
            Bearer.of("supervisor").subject("zhao").regions("24");

    private String ticket = "";

    @BeforeEach
    void one_waits() {
        String county = Integer.toString(COUNTY.incrementAndGet());
        QueueRows.wait(county, 1);
        ticket = as(dispatcher(county))
                .get(NextClaimResource.QUEUE)
                .then()
                .extract()
                .path("items[0].ticket");
    }

    @Test
    void is_shown_and_kept_from_others_and_prolonged_by_claiming_again() {
        String since = as(LI).post(claims())
                .then()
                .statusCode(201)
                .body("claimedBy", is("li"))
                .extract()
                .path("claimedAt");

        as(WANG).get(entry()).then().statusCode(200).body("claimedBy", is("li")).body("claimedUntil", notNullValue());
        as(WANG).post(claims())
                .then()
                .statusCode(409)
                .body("claimedBy", is("li"))
                .body("claimedUntil", notNullValue());
        as(LI).post(claims()).then().statusCode(201).body("claimedAt", is(since));
        as(dispatcher("25")).post(claims()).then().statusCode(404);
        as(dispatcher("25")).get(entry()).then().statusCode(404);
    }

    @Test
    void is_given_back_by_the_one_who_has_it() {
        as(LI).post(claims()).then().statusCode(201);

        as(WANG).delete(claims()).then().statusCode(409).body("claimedBy", is("li"));
        as(LI).delete(claims()).then().statusCode(204);
        as(LI).delete(claims()).then().statusCode(204);
        as(WANG).get(entry()).then().body("claimedBy", nullValue()).body("claimedUntil", nullValue());
        as(WANG).post(claims()).then().statusCode(201);
        assertThat(QueueRows.audited(ticket))
                .containsExactly("li claim.made", "li claim.given-back", "wang claim.made");
    }

    @Test
    void is_nobodys_once_it_has_run_out() {
        ShiftableClock clock = Mesh.shared().clock("routing").install();
        as(LI).post(claims()).then().statusCode(201);
        clock.shift(Duration.ofMinutes(5).plusSeconds(1));
        try {
            as(WANG).get(entry()).then().body("claimedBy", nullValue());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> as(WANG).post(claims()).statusCode() == 201);
            as(LI).post(claims()).then().statusCode(409).body("claimedBy", is("wang"));
        } finally {
            clock.shift(Duration.ofMinutes(-5).minusSeconds(1));
        }
    }

    @Test
    void is_taken_over_by_a_supervisor_with_a_reason_that_is_kept_sealed() {
        as(LI).post(claims()).then().statusCode(201);
        Map<String, String> reason = Map.of("takeOver", "人已下班，电话13812341234");

        as(WANG).body(reason).post(claims()).then().statusCode(403);
        as(SUPERVISOR).post(claims()).then().statusCode(409);
        as(SUPERVISOR).body(Map.of("takeOver", "")).post(claims()).then().statusCode(400);
        as(SUPERVISOR).body(reason).post(claims()).then().statusCode(201).body("claimedBy", is("zhao"));
        as(SUPERVISOR).delete(claims()).then().statusCode(204);
        as(WANG).post(claims()).then().statusCode(201);

        List<String> audited = QueueRows.audited(ticket);
        assertThat(audited.get(1)).startsWith("zhao claim.taken-over ").doesNotContain("下班", "13812341234");
    }

    private String entry() {
        return NextClaimResource.QUEUE + "/" + ticket;
    }

    private String claims() {
        return entry() + "/claims";
    }
}
