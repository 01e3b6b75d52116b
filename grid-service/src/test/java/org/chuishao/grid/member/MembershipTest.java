package org.chuishao.grid.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.member.Moving.SUPERVISOR;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Who works where is said by the supervisor of the region, and the past stays as it was. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class MembershipTest {

    private static final String TOMORROW = Instant.now()
            .plus(1, ChronoUnit.DAYS)
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();
    private static final String YESTERDAY =
            Instant.now().minus(1, ChronoUnit.DAYS).toString();

    /** He would be in neither until then. */
    @Test
    void nobodyIsMovedToWhereHeIsToBeginLater() {
        Moving there = Moving.in(13);
        there.begin(SUPERVISOR, 2, there.id(1), Map.of("from", TOMORROW)).statusCode(201);
        there.move(SUPERVISOR, there.id(1), 1, 2).statusCode(409).body("role", is("FULL_TIME_WORKER"));
        as(SUPERVISOR)
                .get("/api/v1/grids/" + there.grid(1) + "/members")
                .then()
                .body("items.worker", hasItem(there.id(1)));
    }

    @Test
    void aMembershipBeginsIsListedAndEnds() {
        Moving there = Moving.in(3);
        there.begin(SUPERVISOR, 1, there.id(2), Map.of("role", "VOLUNTEER", "backup", true))
                .statusCode(201)
                .body("items[0].title", is("志愿者"))
                .body("items[0].backup", is(true));
        members(there, 1).body("items.role", hasItem("VOLUNTEER"));
        there.begin(SUPERVISOR, 1, there.id(2), Map.of("role", "VOLUNTEER")).statusCode(409);
        there.end(SUPERVISOR, 1, there.id(2)).statusCode(201).body("items[0].validTo", notNullValue());
        members(there, 1).body("items.role", not(hasItem("VOLUNTEER")));
        there.end(SUPERVISOR, 1, there.id(2)).statusCode(404);
        as(SUPERVISOR)
                .get("/api/v1/workers/" + there.id(2) + "/memberships")
                .then()
                .body("items.role", hasItem("VOLUNTEER"));
        there.begin(SUPERVISOR, 1, there.id(2), Map.of("role", "VOLUNTEER")).statusCode(201);
        assertThat(text(
                        "select string_agg(action || ' ' || actor, ', ' order by id) from audit where detail = ?",
                        there.id(2) + " VOLUNTEER " + there.grid(1)))
                .isEqualTo("membership.begun supervisor-2111, membership.ended supervisor-2111,"
                        + " membership.begun supervisor-2111");
    }

    @Test
    void oneThatIsToBeginTomorrowIsNoneToday() {
        Moving there = Moving.in(4);
        there.begin(SUPERVISOR, 1, there.id(2), Map.of("role", "DOCTOR", "from", TOMORROW))
                .statusCode(201);
        members(there, 1).body("items.role", not(hasItem("DOCTOR")));
    }

    @Test
    void badInputNamesTheField() {
        Moving there = Moving.in(5);
        there.begin(SUPERVISOR, 1, "W-NONE", Map.of()).statusCode(400).body("errors.field", hasItem("worker"));
        there.begin(SUPERVISOR, 1, there.id(2), Map.of("from", YESTERDAY))
                .statusCode(400)
                .body("errors.field", hasItem("from"));
        there.begin(SUPERVISOR, 1, there.id(2), Map.of("from", TOMORROW, "to", TOMORROW))
                .statusCode(400)
                .body("errors.field", hasItem("to"));
        there.begin(SUPERVISOR, 1, there.id(2), Map.of("line", "MAGIC"))
                .statusCode(400)
                .body("errors.field", hasItem("line"));
        there.begin(SUPERVISOR, 1, there.id(2), Map.of("role", "MAYOR")).statusCode(400);
        there.begin(SUPERVISOR, 9, there.id(2), Map.of()).statusCode(404);
        there.move(SUPERVISOR, there.id(1), 2, 1).statusCode(400).body("errors.field", hasItem("from"));
        there.move(SUPERVISOR, there.id(1), 1, 9).statusCode(400).body("errors.field", hasItem("to"));
        there.move(SUPERVISOR, there.id(1), 1, 1).statusCode(400).body("errors.field", hasItem("to"));
        as(SUPERVISOR)
                .body(Map.of("from", there.grid(1), "to", there.grid(2)))
                .post("/api/v1/workers/" + there.id(1) + "/moves")
                .then()
                .statusCode(400);
        as(SUPERVISOR)
                .get("/api/v1/workers/" + there.id(1) + "/memberships")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void onlyWhoCoversBothGridsMovesAndNobodyMovesHimself() {
        Moving there = Moving.in(6);
        there.move(supervisor(there.grid(1)), there.id(1), 1, 2).statusCode(400).body("errors.field", hasItem("to"));
        there.move(supervisor(there.grid(2)), there.id(1), 1, 2).statusCode(400).body("errors.field", hasItem("from"));
        there.move(there.of(1), there.id(1), 1, 2).statusCode(403);
        there.begin(supervisor("2102"), 1, there.id(1), Map.of()).statusCode(404);
        there.end(supervisor("2102"), 1, there.id(1)).statusCode(404);
        there.begin(there.of(1), 2, there.id(1), Map.of()).statusCode(403);
    }

    @Test
    void theSameKeyMovesOnceAndHisHomeGoesWithHim() {
        Moving there = Moving.in(7);
        Moving elsewhere = Moving.in(8);
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("from", there.grid(1), "to", elsewhere.grid(1));
        String first = null;
        for (int i = 0; i < 2; i++) {
            String reply = as(SUPERVISOR)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/api/v1/workers/" + there.id(1) + "/moves")
                    .then()
                    .statusCode(201)
                    .extract()
                    .asString();
            assertThat(first == null || first.equals(reply)).isTrue();
            first = reply;
        }
        as(SUPERVISOR)
                .get("/api/v1/workers/" + there.id(1))
                .then()
                .body("region", is(elsewhere.grid(1)))
                .body("unit", is(elsewhere.office()));
    }

    private static ValidatableResponse members(Moving there, int number) {
        return as(SUPERVISOR)
                .get("/api/v1/grids/" + there.grid(number) + "/members")
                .then();
    }
}
