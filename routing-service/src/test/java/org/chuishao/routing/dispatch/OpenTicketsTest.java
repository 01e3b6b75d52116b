package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.QueryPlans;
import org.chuishao.testkit.QueryPlans.Plan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Among a million tickets that wait, a page of the queue looks at no more than that page, many times over at the most. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenTicketsTest {

    private static final int MOST_ROWS = 20_000;

    /** Postgres makes a plan for any values from the sixth time on. */
    private static final int TIMES = 7;

    private static final String REGION = """
            '22' || lpad((n %% 14)::text, 2, '0') || lpad((n / 14 %% 10)::text, 2, '0')
                || lpad((n / 140 %% 12)::text, 3, '0') || lpad((n / 1680 %% 10)::text, 3, '0')""";

    private static final String ID = "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";

    private static final String KNOWN = "insert into routing_ticket (ticket_id, region, number, kind, secret, title,"
            + " content, received_at) select " + ID + ", " + REGION
            + ", 'M' || n, 'COMPLAINT', false, '%1$s', '{}', now()"
            + " from generate_series(1, 1000000) n";

    private static final String WAITING = "insert into dispatch_queue (ticket_id, region, rank, severity, category,"
            + " reason, since) select " + ID + ", " + REGION
            + ", abs(hashint4(n)) %% 4, 'ORDINARY', 'OTHER', 'to be decided',"
            + " now() - (1000000 - n) * interval '2 seconds' from generate_series(1, 1000000) n";

    private static final String GONE = "delete from %s where ticket_id < '00000000-0000-7000-8001-000000000000'";

    private QueryPlans plans;

    @BeforeAll
    void aMillionWait() throws SQLException {
        plans = QueryPlans.of("routing");
        String words = new Sealer(Mesh.shared().secrets().log()).seal("暖气不热").value();
        change(
                "set session_replication_role = replica",
                "set synchronous_commit = off",
                KNOWN.formatted(words),
                WAITING.formatted(),
                "vacuum analyze routing_ticket, dispatch_queue");
    }

    @AfterAll
    void theyAreGone() throws SQLException {
        plans.hush();
        change(
                GONE.formatted("dispatch_queue"),
                GONE.formatted("routing_ticket"),
                "vacuum analyze routing_ticket, dispatch_queue");
        plans.close();
    }

    @Test
    void a_dispatcher_of_a_province_has_his_page() throws SQLException {
        asked("22", null);
        asked("22", new QueuePage.Mark(2, Instant.EPOCH, new UUID(0, 0)).cursor());
    }

    @Test
    void a_dispatcher_of_a_county_has_his_page() throws SQLException {
        asked("220503", null);
    }

    @Test
    void a_dispatcher_of_a_town_has_his_page() throws SQLException {
        asked("220503003", null);
    }

    private void asked(String region, @Nullable String cursor) throws SQLException {
        plans.forget();
        for (int i = 0; i < TIMES; i++) {
            as(dispatcher(region))
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get(QueueResource.PATH)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(50));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> plans.told("from dispatch_queue q").size() == TIMES);
        for (Plan plan : plans.told("from dispatch_queue q")) {
            assertThat(plan.whole()).as(plan.text()).doesNotContain("dispatch_queue", "routing_ticket");
            assertThat(plan.rows()).as(plan.text()).isLessThan(MOST_ROWS);
        }
    }

    private void change(String... statements) throws SQLException {
        try (Statement sql = plans.superuser().createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
