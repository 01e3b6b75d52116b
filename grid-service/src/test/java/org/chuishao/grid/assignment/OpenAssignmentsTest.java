package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.sql.Statement;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.QueryPlans;
import org.chuishao.testkit.QueryPlans.Plan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Among a million open assignments a list looks at no more than a page's worth of them, many times over at the most. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAssignmentsTest {

    private static final int A_FEW = 20_000;

    /** In the list's own order, where the planner takes that for less work than to sort what a place holds. */
    private static final int A_QUARTER = 250_000;

    /** Postgres makes a plan for any values from the sixth time on. */
    private static final int TIMES = 7;

    private static final String INBOX = "/api/v1/inbox";
    private static final String LIST = "/api/v1/assignments";

    private static final String END = "00000000-0000-7000-8001-000000000000";

    private static final String OPEN = """
            insert into assignment (id, ticket_id, number, lead, unit, region, worker, reason, phase, round, severity,
                category, copies, created_at)
            select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'M' || n, true,
                'U-' || n % 2000,
                '22' || lpad((n % 14)::text, 2, '0') || lpad((n / 14 % 10)::text, 2, '0')
                    || lpad((n / 140 % 12)::text, 3, '0') || lpad((n / 1680 % 10)::text, 3, '0'),
                'W-' || n % 20000, 'on duty',
                (array['IN_PROGRESS', 'IN_PROGRESS', 'PENDING_SIGN', 'SUSPENDED'])[1 + abs(hashint4(n)) % 4], 1,
                (array['ORDINARY', 'ORDINARY', 'URGENT', 'INQUIRY', 'SUGGESTION'])[1 + abs(hashint4(n + 1)) % 5], 'heating.cold',
                case when n % 10 = 0 then array['U-' || n % 1999] else '{}' end,
                now() - (1000000 - n) * interval '20 seconds'
            from generate_series(1, 1000000) n""";

    private static final String TOLD = "insert into assignment_told select distinct told, id from assignment,"
            + " unnest(array_append(copies::text[], unit)) told where id < '" + END + "'";

    private static final String WORKER =
            "insert into worker (id, name, unit, region, valid_from) values ('W-77', 'W-77', 'U-77', '22', '2020-01-01')";

    private static final String WORKS_THERE =
            "insert into membership (grid, role, worker, valid_from) select distinct region || '101', 'FULL_TIME_WORKER',"
                    + " worker, timestamptz '2020-01-01' from assignment where worker = 'W-77'";

    private QueryPlans plans;

    @BeforeAll
    void aMillionAreOpen() throws SQLException {
        plans = QueryPlans.of("grid");
        change(
                "set session_replication_role = replica",
                "set synchronous_commit = off",
                OPEN,
                TOLD,
                WORKER,
                WORKS_THERE);
        change("vacuum analyze assignment, assignment_told");
    }

    @AfterAll
    void theyAreGone() throws SQLException {
        plans.hush();
        change(
                "delete from assignment where id < '" + END + "'",
                "delete from assignment_told where assignment_id < '" + END + "'",
                "delete from membership where worker = 'W-77'",
                "delete from worker where id = 'W-77'",
                "vacuum analyze assignment, assignment_told");
        plans.close();
    }

    @Test
    void aWorkerHasHisInbox() throws SQLException {
        asked(worker("W-77"), INBOX);
    }

    @Test
    void aUnitHasItsInbox() throws SQLException {
        asked(unit("U-77"), INBOX);
    }

    @Test
    void aDeskHasTheInboxOfItsCommunityAndOfItsCounty() throws SQLException {
        asked(A_QUARTER, desk("220503003004"), INBOX);
        asked(A_QUARTER, desk("220503"), INBOX);
    }

    @Test
    void aProvinceHasItsInbox() throws SQLException {
        asked(supervisor("22"), INBOX);
    }

    @Test
    void aWorkersAndAUnitsAssignmentsAreListed() throws SQLException {
        asked(worker("W-77"), LIST);
        asked(unit("U-77"), LIST);
        asked(unit("U-77"), LIST + "?phase=IN_PROGRESS");
    }

    @Test
    void aSupervisorsAssignmentsAreListed() throws SQLException {
        asked(supervisor("22"), LIST);
        asked(supervisor("22"), LIST + "?unit=U-77");
        asked(A_QUARTER, supervisor("220503003"), LIST);
        asked(A_QUARTER, supervisor("22"), LIST + "?region=220503&phase=SUSPENDED");
    }

    private void asked(Bearer bearer, String path) throws SQLException {
        asked(A_FEW, bearer, path);
    }

    private void asked(int most, Bearer bearer, String path) throws SQLException {
        plans.forget();
        String next = null;
        for (int i = 0; i < TIMES; i++) {
            Response page =
                    as(bearer).queryParam("cursor", next == null ? "" : next).get(path);
            page.then().statusCode(200).body("items", not(empty()));
            next = page.path("next");
        }
        await().until(() -> plans.told("from assignment ").size() == TIMES);
        for (Plan plan : plans.told("from assignment ")) {
            assertThat(plan.whole()).as(plan.text()).doesNotContain("assignment", "assignment_told");
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
