package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.chuishao.testkit.FakeTime;
import org.junit.jupiter.api.Test;

/** Postgres's clock is set while clocks are armed and fire. What counts is the database's own time. */
@QuarkusTest
@QuarkusTestResource(value = FakeTimeResource.class, restrictToAnnotatedClass = true)
class ShiftedPostgresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration AGAIN_AT_WORK = Duration.ofSeconds(5);

    /** Each with a yellow light before its end. */
    private static final String ARM = """
            with now as (select app_now() as at), armed as (
                insert into deadline (id, ticket_id, lock_key, round, act, region, rule, calendar, limit_unit, band,
                    started_at, due_at, yellow_at, next_at)
                select gen_random_uuid(), gen_random_uuid(), hashtextextended(gen_random_uuid()::text, 0), 1, 'SIGN', '21',
                    ?, 'test', 'min', i % 2, at, at + ? * interval '1 second', at + ? * interval '0.5 second',
                    at + ? * interval '0.5 second'
                from now, generate_series(1, ?) as i
                returning 1
            ) select count(*)::text from armed
            """;

    private static final String TOLD = """
            select count(*)::text from (
                select d.id from deadline d left join outbox o on o.ticket_id = d.ticket_id and o.attributes ->> 'type' = ?
                where d.rule like 'load%' group by d.id having count(o.*) > ?) wrong
            """;

    @Inject
    ClockFixture clocks;

    @Test
    void anHourForwardAndBackSkipsRepeatsAndFiresNothingEarly() {
        assumeThat(FakeTime.library())
                .as("libfaketime is not installed (Debian's package faketime)")
                .isPresent();
        FakeTime time = Objects.requireNonNull(FakeTimeResource.time());
        ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
        try {
            load.scheduleAtFixedRate(() -> arm("load", 0.8, 10), 0, 50, TimeUnit.MILLISECONDS);
            await().atMost(PATIENCE).until(() -> missed("load") > 200);
            arm("load-half-an-hour", 1800, 50);

            time.set(HOUR);
            goesOn("load-forward");
            await().atMost(PATIENCE).until(() -> missed("load-half-an-hour") == 50);
            arm("load-in-that-hour", 60, 50);

            time.set(Duration.ZERO);
            goesOn("load-back");
            time.set(HOUR.negated());
            goesOn("load-further-back");
            assertThat(missed("load-in-that-hour")).as("an hour early").isZero();
        } finally {
            load.shutdown();
        }
        time.set(HOUR.multipliedBy(2));
        await().atMost(PATIENCE).until(() -> number("""
                select count(*)::text from deadline where rule like 'load%' and next_at is not null""") == 0);

        String type = "org.chuishao.deadline.%s.v1";
        assertThat(number("select count(*)::text from deadline where fired_at < due_at"))
                .as("early")
                .isZero();
        assertThat(number("select count(*)::text from deadline where rule like 'load%' and state <> 'MISSED'"))
                .as("skipped")
                .isZero();
        assertThat(number("select count(*)::text from deadline d where rule like 'load%' and not exists"
                        + " (select from outbox o where o.ticket_id = d.ticket_id and o.attributes ->> 'type' = '"
                        + type.formatted("missed") + "')"))
                .as("without a word")
                .isZero();
        assertThat(number(TOLD, type.formatted("missed"), 1)).as("repeated").isZero();
        assertThat(number(TOLD, type.formatted("approaching"), 1))
                .as("yellow again")
                .isZero();
    }

    /** What falls due by the time as it is set now fires at once, whatever was slept for before. */
    private void goesOn(String rule) {
        arm(rule, 0.2, 10);
        await().atMost(AGAIN_AT_WORK).until(() -> missed(rule) == 10);
    }

    private void arm(String rule, double seconds, int count) {
        clocks.text(ARM, rule, seconds, seconds, seconds, count);
    }

    private long missed(String rule) {
        return number("select count(*)::text from deadline where rule = ? and state = 'MISSED'", rule);
    }

    private long number(String sql, Object... values) {
        return Long.parseLong(clocks.text(sql, values));
    }
}
