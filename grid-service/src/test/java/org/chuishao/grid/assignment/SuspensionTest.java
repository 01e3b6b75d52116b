package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.assignment.Hands.GRID;
import static org.chuishao.grid.assignment.Hands.KEY;
import static org.chuishao.grid.assignment.Hands.TERRITORY;
import static org.chuishao.grid.assignment.Hands.WORKER;
import static org.chuishao.grid.assignment.Hands.act;
import static org.chuishao.grid.assignment.Hands.dispatched;
import static org.chuishao.grid.assignment.Hands.path;
import static org.chuishao.grid.assignment.Hands.phase;
import static org.chuishao.grid.assignment.MoreTimeTest.in;
import static org.chuishao.grid.assignment.MoreTimeTest.inProgress;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResumed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A supervisor stops a unit's clock for a cause that nobody can help, and it goes on. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SuspensionTest {

    @Inject
    ResumeAtReview review;

    @Inject
    @ReactiveDataSource("reader")
    Pool reader;

    @Test
    void aSupervisorSuspendsItAndItsUnitGoesOnWhenTheCauseIsOver() {
        TicketOnLog ticket = dispatched("屋面防水");
        String id = inProgress(ticket);
        Instant reviewAt = in(Duration.ofDays(20));

        suspend(id, "WEATHER", reviewAt)
                .statusCode(201)
                .body("phase", is("SUSPENDED"))
                .body("ticketState", is("SUSPENDED"))
                .body("reviewAt", is(reviewAt.toString()));
        act(id, "resolutions", Map.of("solved", true, "result", "好"))
                .statusCode(409)
                .body("state", is("SUSPENDED"));
        as(WORKER).get("/api/v1/assignments/" + id).then().body("asked.suspensionCause", is("WEATHER"));

        act(id, "suspensions/end", Map.of("cause", "CAUSE_OVER"))
                .statusCode(201)
                .body("phase", is("IN_PROGRESS"))
                .body("ticketState", is("IN_PROGRESS"))
                .body("reviewAt", nullValue());

        await().until(() -> ticket.events("assignment.resumed"), hasSize(1));
        assertThat(ticket.events("assignment.suspended").get(0).value()).contains("WEATHER", reviewAt.toString());
        assertThat(ticket.events("assignment.resumed").get(0).value()).contains("CAUSE_OVER");
        act(id, "suspensions/end", Map.of("cause", "CAUSE_OVER")).statusCode(409);
    }

    @Test
    void aSuspensionHasAListedCauseAndAReviewInSight() {
        String id = inProgress(dispatched("施工扬尘"));
        suspend(id, "WEATHER", in(Duration.ofDays(31))).statusCode(400).body("errors.field", hasItem("reviewAt"));
        suspend(id, "WEATHER", in(Duration.ofDays(-1))).statusCode(400);
        suspend(id, "NO_TIME", in(Duration.ofDays(1))).statusCode(400);
        assertThat(phase(id)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void nobodySuspendsHimselfNorADangerToLife() {
        String id = inProgress(dispatched("管道锈蚀"));
        act(
                        id,
                        "suspensions",
                        Map.of(
                                "cause",
                                "ACCESS",
                                "reviewAt",
                                in(Duration.ofDays(1)).toString()))
                .statusCode(403);
        TicketOnLog danger = TicketOnLog.accepted("电线坠落", GRID).dispatched(GRID, Severity.CRITICAL, TERRITORY);
        suspend(inProgress(danger), "WEATHER", in(Duration.ofDays(1))).statusCode(409);
    }

    @Test
    void itGoesOnByItselfWhenItsReviewIsDueAndNotBefore() {
        TicketOnLog ticket = dispatched("古树修剪");
        String id = inProgress(ticket);
        Instant reviewAt = in(Duration.ofDays(3));
        suspend(id, "SEASON", reviewAt).statusCode(201);
        await().until(() -> ticket.events("deadline.armed"), hasSize(2));

        assertThat(resume(id, reviewAt.minusSeconds(1))).isEmpty();
        assertThat(phase(id)).isEqualTo("SUSPENDED");

        assertThat(resume(id, reviewAt)).singleElement().satisfies(draft -> {
            assertThat(draft.data()).isEqualTo(new AssignmentResumed("REVIEW_DUE"));
            assertThat(draft.assignment()).isEqualTo(UUID.fromString(id));
            assertThat(draft.ticket()).isEqualTo(ticket.id());
            assertThat(draft.round()).isOne();
            // six of its own, one for the four clocks of the part, one for that of its review; and what was told of it
            assertThat(draft.basedOn()).isBetween(8, ticket.events().size());
        });
        assertThat(phase(id)).isEqualTo("IN_PROGRESS");
        assertThat(resume(id, reviewAt)).isEmpty();
    }

    private List<Draft> resume(String id, Instant at) {
        List<Draft> written = new ArrayList<>();
        reader.withTransaction(sql -> review.resume(new At(sql, at, written), List.of(UUID.fromString(id)), at))
                .await()
                .atMost(Duration.ofSeconds(30));
        return written.stream()
                .filter(it -> it.data() instanceof AssignmentResumed)
                .toList();
    }

    /** A reader's transaction at an instant, whose events stay here. */
    private record At(SqlConnection sql, Instant now, List<Draft> written) implements ReaderTransaction {

        @Override
        public ReaderTransaction at(Instant other) {
            return new At(sql, other, written);
        }

        @Override
        public Uni<Void> append(List<Draft> drafts) {
            written.addAll(drafts);
            return Uni.createFrom().voidItem();
        }
    }

    private static ValidatableResponse suspend(String id, String cause, Instant reviewAt) {
        return as(supervisor("2101"))
                .header(KEY, UUID.randomUUID())
                .body(Map.of("cause", cause, "reviewAt", reviewAt.toString()))
                .post(path(id, "suspensions"))
                .then();
    }
}
