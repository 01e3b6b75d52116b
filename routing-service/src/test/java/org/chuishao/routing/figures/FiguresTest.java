package org.chuishao.routing.figures;

import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.chuishao.routing.dispatch.Grounds;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures of decisions in a region of the test's own, on a day long past. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class FiguresTest {

    private static final String FIGURES = "/api/v1/dispatch-queue/figures?from=2024-03-01&to=2024-03-02&region=";

    /** 95 by themselves, 10 by hand after 1 to 10 minutes, 3 of them claimed; what does not count beside them. */
    private static final String DECIDED = """
            delete from decision where region ^@ '26';
            insert into decision (ticket_id, region, at, based_on, outcome, mode, actor, severity, category, evidence, basis)
            select gen_random_uuid(), '260101', '2024-03-01T08:00:00+08:00', 1, 'DISPATCHED', 'AUTO', 'routing', 'ORDINARY',
                'OTHER', '{}', 'catalogue' from generate_series(1, 95);
            insert into decision (ticket_id, region, at, based_on, outcome, mode, actor, severity, category, evidence, basis,
                waited_seconds, handled_seconds, overrides)
            select gen_random_uuid(), '260101', '2024-03-02T23:59:59+08:00', 1, 'DISPATCHED', 'HUMAN', 'li', 'ORDINARY',
                'OTHER', '{}', 'by a dispatcher', n * 60, case when n <= 3 then n * 10 end,
                case when n = 1 then '{CATEGORY NOISE,REGION 2601}'::text[] else '{}' end from generate_series(1, 10) n;
            insert into decision (ticket_id, region, at, based_on, outcome, mode, actor, severity, category, evidence, basis,
                late)
            values (gen_random_uuid(), '260102', '2024-03-01T00:00:00+08:00', 1, 'DISPATCHED', 'AUTO', 'routing', 'ORDINARY',
                    'OTHER', '{}', '%1$s', false),
                (gen_random_uuid(), '260101', '2024-03-01T00:00:00+08:00', 1, 'DISPATCHED', 'HUMAN', 'he', 'ORDINARY',
                    'OTHER', '{}', '%2$s', false),
                (gen_random_uuid(), '260101', '2024-03-01T00:00:00+08:00', 1, 'DISPATCHED', 'AUTO', 'routing', 'ORDINARY',
                    'OTHER', '{}', 'catalogue', true),
                (gen_random_uuid(), '260101', '2024-03-01T00:00:00+08:00', 1, 'QUEUED', 'AUTO', 'routing', 'ORDINARY',
                    'OTHER', '{}', 'not clear', false),
                (gen_random_uuid(), '260101', '2024-03-03T00:00:00+08:00', 1, 'DISPATCHED', 'AUTO', 'routing', 'ORDINARY',
                    'OTHER', '{}', 'catalogue', false);
            """.formatted(Grounds.OVERDUE, Grounds.CONFERENCE);

    @BeforeEach
    void decided() throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection superuser = DriverManager.getConnection(mesh.jdbcUrl("routing"), "postgres", "");
                Statement sql = superuser.createStatement()) {
            sql.execute(DECIDED);
        }
    }

    @Test
    void count_what_went_out_by_itself_and_by_hand_and_measure_the_human_step() {
        as(dispatcher("26"))
                .config(RestAssured.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .get(FIGURES + "2601")
                .then()
                .statusCode(200)
                .body("dispatches", is(106))
                .body("byItself", is(95))
                .body("overdue", is(1))
                .body("byHand", is(10))
                .body("neededAHand.share", closeTo(11.0 / 106, 1e-9))
                .body("waiting.count", is(10))
                .body("waiting.median", closeTo(330, 1e-9))
                .body("waiting.p90", closeTo(546, 1e-9))
                .body("handling.count", is(3))
                .body("handling.median", closeTo(20, 1e-9))
                .body("overrides.decisions", is(1))
                .body("overrides.category", is(1))
                .body("overrides.severity", is(0))
                .body("overrides.region", is(1));
    }

    @Test
    void hold_no_more_than_the_callers_scope() {
        as(dispatcher("260102"))
                .get(FIGURES + "26")
                .then()
                .statusCode(200)
                .body("dispatches", is(1))
                .body("waiting.median", nullValue());
        as(dispatcher("2602")).get(FIGURES + "2601").then().statusCode(404);
        as(dispatcher("2602"))
                .get(FIGURES + "26")
                .then()
                .body("dispatches", is(0))
                .body("neededAHand", nullValue());
        as(Bearer.of("agent").regions("26")).get(FIGURES + "26").then().statusCode(403);
    }

    @Test
    void refuse_a_period_or_region_that_is_none() {
        refused("region=26&from=yesterday", "from");
        refused("region=26&from=2024-01-01&to=2024-03-01", "from");
        refused("region=26x", "region");
    }

    private static void refused(String query, String field) {
        as(dispatcher("26"))
                .get("/api/v1/dispatch-queue/figures?" + query)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }
}
