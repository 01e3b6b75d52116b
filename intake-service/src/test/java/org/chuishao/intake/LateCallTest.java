package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.awaitState;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.Intake.submitted;
import static org.chuishao.intake.Intake.write;
import static org.chuishao.intake.RestOfMesh.calledBack;
import static org.chuishao.intake.RestOfMesh.handled;
import static org.chuishao.intake.RestOfMesh.reviewed;
import static org.chuishao.intake.RestOfMesh.timeline;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls back that come late, or at once with others. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LateCallTest {

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void aCallThatTheLogSawTooLateIsAnnulled() throws SQLException {
        UUID ticket = submitted(complaint());
        handled(ticket);
        reviewed(ticket);
        await().atMost(PATIENCE).until(() -> timeline(ticket).contains("ticket.reviewed"));

        CompletableFuture<Integer> call;
        try (Connection connection = Intake.connect("reader");
                Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(" + key(ticket) + ")");
            call = CompletableFuture.supplyAsync(() ->
                    calledBack(ticket, true, "late-" + ticket).then().extract().statusCode());
            await().atMost(PATIENCE).until(() -> !waiting("intake_app").isEmpty());
            // stands first on the log, while the call's event is not even written
            write(ticket, Source.INTAKE, 1, null, 7, new Withdrawn("OTHER"));
            await().atMost(PATIENCE).until(() -> !waiting("intake_reader").isEmpty());
        }

        assertThat(call.join()).isEqualTo(201);
        await().atMost(PATIENCE)
                .until(() -> see("reader", "select annulled from callback where ticket_id = '" + ticket + "'")
                        .equals(List.of("t")));
        awaitState(ticket, "WITHDRAWN");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body("items.findAll { it.late }.type", equalTo(List.of("ticket.called-back", "ticket.closed")));
    }

    @Test
    void theSameCallSentSeveralTimesAtOnceCountsOnce() throws SQLException {
        UUID ticket = submitted(complaint());
        handled(ticket);
        reviewed(ticket);

        List<CompletableFuture<Response>> sent = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> calledBack(ticket, true, "once-" + ticket)))
                .toList();

        List<Response> replies = sent.stream().map(CompletableFuture::join).toList();
        assertThat(replies).extracting(Response::statusCode).containsOnly(201);
        assertThat(replies.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(see("reader", "select count(*) from callback where ticket_id = '" + ticket + "'"))
                .containsExactly("1");
    }

    private static List<String> waiting(String role) throws SQLException {
        return see(
                "reader",
                "select l.pid from pg_locks l join pg_stat_activity a using (pid)"
                        + " where not l.granted and l.locktype = 'advisory' and a.usename = '" + role + "'");
    }

    private static long key(UUID ticket) {
        return ticket.getMostSignificantBits() ^ ticket.getLeastSignificantBits();
    }
}
