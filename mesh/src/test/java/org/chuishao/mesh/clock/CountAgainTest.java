package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.CalendarYear;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Running deadlines, when another calendar or another version of their rule comes into force. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class CountAgainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Its days fall as those of 2026 do, and nothing of it falls due while the test runs. */
    private static final Instant DECEMBER =
            OffsetDateTime.parse("2048-12-11T10:00+08:00").toInstant();

    private static final WorkCalendar CALENDAR =
            WorkCalendar.shipped().with(CalendarYear.of(2048, List.of(), List.of(), "made up for the test"), "2048");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2024-01-01");

    @Inject
    Rulebook rulebook;

    @Inject
    CountAgain again;

    @Inject
    ServiceTransactions transactions;

    @Inject
    Deadlines deadlines;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void theYearBeforeIsKnown() {
        rulebook.take(new Counting(ClockRules.shipped(), CALENDAR));
        now();
    }

    @AfterEach
    void asItCame() {
        rulebook.take(new Counting(ClockRules.shipped(), WorkCalendar.shipped()));
    }

    @Test
    void fifteenWorkingDaysOf20481211MoveWithTheNoticeOf2049AndAgainWithItsCorrection() {
        Deadline clock = armed("resolve-complex", "15wd", DECEMBER);
        Deadline natural = armed("contact", "30d", DECEMBER);
        countedTo("2049-01-01 10:00", clock);
        assertThat(meters.get("chuishao.deadlines.provisional").gauge().value()).isPositive();

        notice(1, "2049-01-01..2049-01-03");
        countedTo("2049-01-04 10:00", clock);
        assertThat(text("select provisional::text from deadline where id = ?", clock))
                .isEqualTo("false");

        notice(2, "2049-01-01..2049-01-05");
        countedTo("2049-01-06 10:00", clock);
        now();
        assertThat(changes(clock))
                .containsExactly(
                        "2049-01-01 10:00 recounted 2048+2049.1", "2049-01-04 10:00 notice of 2049 2048+2049.2");
        assertThat(said(clock)).as("armed, and moved twice").isEqualTo(3);
        assertThat(changes(natural)).isEmpty();
        assertThat(said(natural)).isEqualTo(1);
    }

    @Test
    void aNoticeThatReachesBackIntoDecemberMovesWhatWasFirm() {
        Deadline clock = armed("resolve", "14wd", DECEMBER);
        assertThat(due(clock)).isEqualTo("2048-12-31 10:00");
        assertThat(text("select provisional::text from deadline where id = ?", clock))
                .isEqualTo("false");
        notice(7, "2048-12-31..2049-01-03");
        countedTo("2049-01-04 10:00", clock);
        assertThat(changes(clock)).containsExactly("2048-12-31 10:00 notice of 2049 2048+2049.7");
    }

    @Test
    void aRuleThatRecountsMovesWhatRunsByItsEarlierVersionAndNoOtherDoes() {
        Instant start = Instant.now().minus(Duration.ofHours(1));
        Deadline sign = armed("a-sign", "2h", start);
        Deadline last = armed("a-sign", "4h", start);
        Deadline other = armed("another-sign", "2h", start);
        ClockRule before = version("a-sign", "1", "2h", false, FIRST_DAY);
        rules(before.until(FIRST_DAY.plusDays(9)), version("a-sign", "2", "3h", false, FIRST_DAY.plusDays(9)));
        now();
        assertThat(changes(sign)).isEmpty();

        rules(before.until(FIRST_DAY.plusDays(9)), version("a-sign", "3", "5h", true, FIRST_DAY.plusDays(9)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            now();
            assertThat(text("select (due_at - started_at)::text from deadline where id = ?", sign))
                    .isEqualTo("05:00:00");
            assertThat(text("select rule || ' ' || counted from deadline where id = ?", last))
                    .as("twice what the rule says")
                    .isEqualTo("a-sign@3 10h");
        });
        assertThat(text("select reason from deadline_change where deadline_id = ?", sign))
                .isEqualTo("rule a-sign@3");
        assertThat(changes(other)).isEmpty();
    }

    @Test
    void whatACommandHasInHandIsCountedTheNextTime() throws SQLException {
        Deadline clock = armed("resolve", "15wd", DECEMBER);
        try (Connection command = connect("reader")) {
            command.setAutoCommit(false);
            query(command, "select pg_advisory_xact_lock(lock_key)::text from deadline where id = ?", clock.id());
            notice(11, "2049-01-01..2049-01-07");
            now();
            assertThat(due(clock)).isEqualTo("2049-01-01 10:00");
            command.rollback();
        }
        countedTo("2049-01-08 10:00", clock);
    }

    /** Whoever holds the ticket at that moment, as the reader does with what was just published, is met the next time. */
    private void countedTo(String due, Deadline clock) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            now();
            assertThat(due(clock)).isEqualTo(due);
        });
    }

    private void now() {
        again.now().await().atMost(PATIENCE);
    }

    private void notice(int version, String off) {
        CalendarYear year = CalendarYear.of(2049, List.of(off), List.of(), "made up for the test");
        rulebook.take(new Counting(ClockRules.shipped(), CALENDAR.with(year, "2048+2049." + version)));
    }

    private void rules(ClockRule... rules) {
        rulebook.take(new Counting(ClockRules.of(List.of(rules)), CALENDAR));
    }

    private static ClockRule version(String id, String version, String limit, boolean recounts, LocalDate from) {
        return new ClockRule(
                id,
                Act.SIGN,
                Severity.URGENT,
                "219903",
                null,
                null,
                null,
                Limit.parse(limit),
                StartRule.AT_ONCE,
                false,
                version,
                from,
                null,
                recounts,
                "test");
    }

    private Deadline armed(String rule, String limit, Instant from) {
        Clocked whose = new Clocked(Ids.next(), 1, Ids.next(), "219903", "U-1", null, Severity.URGENT, null, 2);
        Deadline clock = new Counting(ClockRules.shipped(), CALENDAR)
                .by(version(rule, "1", limit, false, FIRST_DAY), Limit.parse(limit), Act.SIGN, whose, from);
        transactions
                .run(it -> deadlines.arm(it, List.of(new Armed(clock, 2))))
                .await()
                .atMost(PATIENCE);
        return clock;
    }

    private static String due(Deadline clock) {
        return text(
                "select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from deadline where id = ?",
                clock);
    }

    private static List<String> changes(Deadline clock) {
        String all = text(
                "select string_agg(to_char(old_due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' '"
                        + " || reason || ' ' || calendar, '|' order by at) from deadline_change where deadline_id = ?",
                clock);
        return all == null ? new ArrayList<>() : List.of(all.split("[|]", -1));
    }

    private static long said(Deadline clock) {
        return Long.parseLong(text(
                "select count(*)::text from outbox o join deadline d on o.ticket_id = d.ticket_id where d.id = ?"
                        + " and o.attributes ->> 'type' = 'org.chuishao.deadline.armed.v1'",
                clock));
    }

    private static String text(String sql, Deadline clock) {
        try (Connection reader = connect("reader")) {
            return query(reader, sql, clock.id());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static Connection connect(String role) throws SQLException {
        Mesh mesh = Mesh.shared();
        return DriverManager.getConnection(
                mesh.jdbcUrl("grid"), "grid_" + role, mesh.secrets().password());
    }
}
