package org.chuishao.grid.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.sql.Statement;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.QueryPlans;
import org.chuishao.testkit.QueryPlans.Plan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a million assignments in hand all over the province, a board looks at some thousand sums at the most. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionOnBoardTest {

    private static final int A_COUNTYS = 10_000;
    private static final String END = "00000000-0000-7000-8002-000000000000";
    private static final String OPEN = """
            insert into assignment (id, ticket_id, lead, unit, region, reason, phase, round, severity, created_at)
            select ('00000000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid,
                ('00000000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid, true, 'U-' || n % 2000, g.code, 'on duty',
                (array['IN_PROGRESS', 'PENDING_SIGN', 'SUSPENDED', 'RESOLVED'])[1 + n / 50000 % 4], 1, 'ORDINARY', now()
            from generate_series(1, 1000000) n
            join (select code, row_number() over (order by code) as i from region where level = 6) g on g.i = 1 + n % 50000""";
    private static final String OWN =
            " from assignment where id between '00000000-0000-7000-8001-000000000000' and '" + END + "'";

    private static final String OPEN_ONES = " and is_open group by 1, 2";

    private QueryPlans plans;

    @BeforeAll
    void aMillionAreInHand() throws SQLException {
        plans = QueryPlans.of("grid");
        change(
                // what the function of the board asks for is told as well
                "alter role grid_app set auto_explain.log_nested_statements = on",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'grid_app'",
                "set session_replication_role = replica",
                "set synchronous_commit = off",
                OPEN,
                "insert into board_change (region, measure, n) select region, phase, count(*)" + OWN + OPEN_ONES,
                "select add_up_board()");
        change("vacuum analyze assignment, board_count");
    }

    @AfterAll
    void theyAreGone() throws SQLException {
        plans.hush();
        change(
                "alter role grid_app reset auto_explain.log_nested_statements",
                "insert into board_change (region, measure, n) select region, phase, -count(*)" + OWN + OPEN_ONES,
                "select add_up_board()",
                "delete" + OWN,
                "vacuum analyze assignment, board_count");
        plans.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "2101", "210124", "210124101", "210124101208"})
    void aBoardReadsTheSumsOfItsOwnPart(String code) throws SQLException {
        plans.forget();
        // from the sixth time on Postgres makes a plan for any values
        for (int i = 0; i < 7; i++) {
            as(supervisor("21"))
                    .get("/api/v1/regions/" + code + "/board")
                    .then()
                    .statusCode(200)
                    .body("total.phases.PENDING_SIGN", greaterThan(0));
        }
        await().until(() -> plans.told("FROM board_count").size() == 7);
        for (Plan plan : plans.told("FROM board_count")) {
            assertThat(plan.whole()).as(plan.text()).doesNotContain("board_count", "assignment");
            assertThat(plan.rows()).as(plan.text()).isLessThan(A_COUNTYS);
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
