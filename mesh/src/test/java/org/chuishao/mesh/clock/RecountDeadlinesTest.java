package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.CalendarYear;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.MoveDeadlines.Moved;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What rests on a year that is not known is counted again when it is. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RecountDeadlinesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final WorkCalendar BEFORE = WorkCalendar.shipped();
    private static final WorkCalendar AFTER = BEFORE.with(
                    CalendarYear.of(2050, List.of(), List.of(), "test"), "test-2050")
            .with(CalendarYear.of(2051, List.of("2051-01-02..2051-01-03"), List.of(), "test"), "test-2051");

    @Inject
    ServiceTransactions transactions;

    @Inject
    Deadlines deadlines;

    @Inject
    MoveDeadlines moves;

    @Inject
    RecountDeadlines recount;

    @Test
    void aYearThatIsLoadedMovesWhatRunsAndWhatIsPausedAndKeepsWhatTheirEndsWere() {
        Deadline running = armed();
        Deadline paused = armed();
        transactions
                .run(it -> moves.living(it, List.of(paused.assignment()), Set.of(Act.RESOLVE))
                        .chain(clocks -> moves.move(
                                it, List.of(new Moved(ClockMove.paused(clocks.get(0), at("2050-12-20T10:00")), 3)))))
                .await()
                .atMost(PATIENCE);

        // what somebody else has in hand at that moment is left for the next time
        await().atMost(PATIENCE).untilAsserted(() -> {
            recount.by(AFTER).await().atMost(PATIENCE);
            assertRecounted(running);
            assertRecounted(paused);
        });
        assertThat(text("select state from deadline where id = ?", running.id()))
                .isEqualTo("RUNNING");
        assertThat(text("select state from deadline where id = ?", paused.id())).isEqualTo("PAUSED");
        assertThat(text(
                        "select count(*) from outbox where ticket_id = ? and attributes ->> 'type' like '%deadline.armed%'",
                        running.ticket()))
                .isEqualTo("2");
    }

    @Test
    void aClockMayBeMovedTwiceAtOneInstant() {
        Deadline clock = armed();
        Instant at = at("2050-12-20T10:00");
        for (String until : List.of("2051-02-01T10:00", "2051-03-01T10:00")) {
            transactions
                    .run(it -> moves.living(it, List.of(clock.assignment()), Set.of(Act.RESOLVE))
                            .chain(clocks -> moves.move(
                                    it,
                                    List.of(new Moved(ClockMove.extended(clocks.get(0), at(until), at, BEFORE), 3)))))
                    .await()
                    .atMost(PATIENCE);
        }
        assertThat(text(
                        "select count(*) from deadline_change where deadline_id = ? and at = ?::timestamptz",
                        clock.id(),
                        at.toString()))
                .isEqualTo("2");
    }

    private static void assertRecounted(Deadline clock) {
        assertThat(text(
                        "select due_at = ?::timestamptz and not provisional and calendar = 'test-2051'"
                                + " from deadline where id = ?",
                        at("2051-01-04T10:00").toString(),
                        clock.id()))
                .isEqualTo("t");
        assertThat(text(
                        "select count(*) from deadline_change where deadline_id = ? and old_due_at = ?::timestamptz"
                                + " and reason = 'recounted'",
                        clock.id(),
                        clock.dueAt().toString()))
                .isEqualTo("1");
    }

    /** Fifteen working days from a Monday: the Monday three weeks later, the second day of a year that is not known. */
    private Deadline armed() {
        Instant start = at("2050-12-12T10:00");
        Limit limit = Limit.parse("15wd");
        Due due = BEFORE.due(start, limit, StartRule.AT_ONCE);
        assertThat(due).isEqualTo(new Due(at("2051-01-02T10:00"), true, BEFORE.version()));
        Deadline clock = new Deadline(
                Ids.next(),
                Ids.next(),
                1,
                Ids.next(),
                Act.RESOLVE,
                "210102001001",
                "U-1",
                null,
                "resolve@1",
                due.calendarVersion(),
                due.provisional(),
                limit,
                StartRule.AT_ONCE,
                start,
                due.at(),
                BEFORE.approaching(start, due, limit.unit()).at());
        transactions
                .run(it -> deadlines.arm(it, List.of(new Armed(clock, 2))))
                .await()
                .atMost(PATIENCE);
        return clock;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BEFORE.zone()).toInstant();
    }

    private static String text(String sql, Object... values) {
        Mesh mesh = Mesh.shared();
        try (Connection reader = DriverManager.getConnection(
                        mesh.jdbcUrl("grid"), "grid_reader", mesh.secrets().password());
                PreparedStatement query = reader.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
