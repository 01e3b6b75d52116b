package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PastDeadlinesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String OVER = """
            with armed as (
                insert into deadline (id, ticket_id, lock_key, round, act, region, rule, calendar, limit_unit, band,
                    started_at, due_at, state, stopped_at)
                select gen_random_uuid(), ?, 0, 1, 'RESOLVE', '21', 'over', 'test', 'wd', 1,
                    app_now(), app_now(), ?, app_now() - ?::interval
                from generate_series(1, ?)
                returning 1
            ) select count(*)::text from armed
            """;

    @Inject
    ClockFixture clocks;

    @Inject
    PastDeadlines past;

    @Test
    void movesOutWhatIsOldOfSettledTicketsAndWhatIsVeryOld() {
        UUID closed = ticket(State.CLOSED);
        UUID withdrawn = ticket(State.WITHDRAWN);
        UUID open = ticket(State.PENDING_REVIEW);
        UUID unknown = Ids.next();
        over(closed, "STOPPED", "8 days", 1);
        over(withdrawn, "ANNULLED", "8 days", 1);
        over(open, "STOPPED", "401 days", 1);
        over(unknown, "MISSED", "401 days", 1);

        run();

        assertThat(here(closed) + here(withdrawn) + here(open) + here(unknown)).isZero();
        assertThat(clocks.text(
                        "select count(*)::text from deadline_past where ticket_id in (?, ?, ?, ?)",
                        closed,
                        withdrawn,
                        open,
                        unknown))
                .isEqualTo("4");
    }

    @Test
    void leavesWhatMayGoOnOrIsStillOwed() {
        UUID sentBack = ticket(State.PENDING_REVIEW);
        UUID merged = ticket(State.MERGED);
        UUID closed = ticket(State.CLOSED);
        over(sentBack, "STOPPED", "8 days", 1);
        over(merged, "MISSED", "30 days", 1);
        over(closed, "STOPPED", "6 days", 1);
        over(closed, "PAUSED", "30 days", 1);

        run();

        assertThat(here(sentBack)).isEqualTo(1);
        assertThat(here(merged)).isEqualTo(1);
        assertThat(here(closed)).isEqualTo(2);
    }

    @Test
    void worksUntilNothingIsLeftPastWhatHasToStay() {
        UUID open = ticket(State.IN_PROGRESS);
        UUID closed = ticket(State.ARCHIVED);
        over(open, "STOPPED", "20 days", 1500);
        over(closed, "STOPPED", "10 days", 2500);

        run();

        assertThat(here(open)).isEqualTo(1500);
        assertThat(here(closed)).isZero();
    }

    private void run() {
        past.moveOut().await().atMost(PATIENCE);
    }

    private UUID ticket(State state) {
        UUID ticket = Ids.next();
        clocks.text(
                "insert into ticket_fold (ticket_id, state) values (?, json_build_object('state', ?)::jsonb) returning ''",
                ticket,
                state.name());
        return ticket;
    }

    private void over(UUID ticket, String state, String ago, int count) {
        clocks.text(OVER, ticket, state, ago, count);
    }

    private long here(UUID ticket) {
        return Long.parseLong(clocks.text("select count(*)::text from deadline where ticket_id = ?", ticket));
    }
}
