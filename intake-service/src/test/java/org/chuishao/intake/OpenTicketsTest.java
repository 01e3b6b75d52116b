package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.QueryPlans;
import org.chuishao.testkit.QueryPlans.Plan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Among a million open tickets a list looks at no more than a page's worth of them, many times over at the most. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenTicketsTest {

    private static final int A_FEW = 20_000;

    /** In the list's own order, where the planner takes that for less work than to sort what a place holds. */
    private static final int A_QUARTER = 250_000;

    /** Postgres makes a plan for any values from the sixth time on. */
    private static final int TIMES = 7;

    private static final String END = "00000000-0000-7000-8001-000000000000";

    private static final String OPEN = """
            insert into ticket (id, number, state, channel, kind, region, units, units_in_hand, category, severity, title,
                content, caller_hash, source_number, received_at, received_by)
            select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'M' || n,
                (array['PENDING_SIGN', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'PENDING_DISPATCH',
                    'SUSPENDED', 'PENDING_REVIEW', 'PENDING_CALLBACK', 'REWORK'])[1 + abs(hashint4(n)) %% 10],
                (array['PHONE', 'WEB', 'APP', 'GRID'])[1 + abs(hashint4(n + 1)) %% 4],
                (array['COMPLAINT', 'HELP', 'INQUIRY', 'REPORT', 'SUGGESTION'])[1 + abs(hashint4(n + 2)) %% 5],
                '21' || lpad((n %% 14)::text, 2, '0') || lpad((n / 14 %% 10)::text, 2, '0')
                    || lpad((n / 140 %% 12)::text, 3, '0') || lpad((n / 1680 %% 10)::text, 3, '0'),
                array['U-' || n %% 2000], array['U-' || n %% 2000],
                'c' || abs(hashint4(n + 3)) %% 40, 'ORDINARY', '%1$s', '%1$s', 'h' || n / 5, 'S' || n,
                now() - (1000000 - n) * interval '20 seconds', 'agent'
            from generate_series(1, 1000000) n""";

    private static final String UNITS =
            "insert into ticket_unit select unnest(units), id from ticket where id < '" + END + "'";

    private QueryPlans plans;

    @BeforeAll
    void aMillionAreOpen() throws SQLException {
        plans = QueryPlans.of("intake");
        String words = new Sealer(Intake.MESH.secrets().log()).seal("暖气不热").value();
        change("set session_replication_role = replica", "set synchronous_commit = off", OPEN.formatted(words), UNITS);
        change("vacuum analyze ticket, ticket_unit");
    }

    @AfterAll
    void theyAreGone() throws SQLException {
        plans.hush();
        change(
                "delete from ticket where id < '" + END + "'",
                "delete from ticket_unit where ticket_id < '" + END + "'",
                "vacuum analyze ticket, ticket_unit");
        plans.close();
    }

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void aProvinceIsListedNewestFirst() throws SQLException {
        asked(AGENT, Map.of());
        asked(AGENT, Map.of("cursor", "00000000-0000-7000-8000-000000070000"));
    }

    @Test
    void whatWaitsInAStateIsListed() throws SQLException {
        asked(AGENT, Map.of("state", "PENDING_REVIEW"));
        asked(AGENT, Map.of("state", List.of("PENDING_CALLBACK", "REWORK"), "region", "2105"));
        asked(AGENT, Map.of("callbackDue", "true"));
        asked(A_QUARTER, Bearer.of("reviewer").regions("210503"), Map.of("state", "PENDING_REVIEW"));
    }

    @Test
    void aTownsTicketsAreListed() throws SQLException {
        asked(Bearer.of("supervisor").regions("210503003"), Map.of());
        asked(A_QUARTER, Bearer.of("supervisor").regions("210503003"), Map.of("state", "IN_PROGRESS"));
    }

    @Test
    void aUnitsTicketsAreListed() throws SQLException {
        asked(Bearer.of("unit").unit("U-77"), Map.of());
        asked(Bearer.of("unit").unit("U-77"), Map.of("state", "IN_PROGRESS", "kind", "HELP"));
    }

    @Test
    void everyOtherFilterHasItsWayToo() throws SQLException {
        asked(AGENT, Map.of("kind", "REPORT", "channel", "WEB"));
        asked(A_QUARTER, AGENT, Map.of("category", "c7", "region", "2107"));
        asked(AGENT, Map.of("sourceNumber", "S500000"));
    }

    private void asked(Bearer bearer, Map<String, ?> filter) throws SQLException {
        asked(A_FEW, bearer, filter);
    }

    private void asked(int most, Bearer bearer, Map<String, ?> filter) throws SQLException {
        plans.forget();
        for (int i = 0; i < TIMES; i++) {
            as(bearer).queryParams(filter).get(TICKETS).then().statusCode(200).body("items", not(empty()));
        }
        await().atMost(Intake.PATIENCE)
                .until(() -> plans.told("from ticket where").size() == TIMES);
        for (Plan plan : plans.told("from ticket where")) {
            assertThat(plan.whole()).as(plan.text()).doesNotContain("ticket", "ticket_unit");
            assertThat(plan.rows()).as(plan.text()).isLessThan(most);
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
