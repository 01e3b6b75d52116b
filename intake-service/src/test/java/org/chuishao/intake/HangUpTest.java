package org.chuishao.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.MESH;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.Intake.submitted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class HangUpTest {

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void aClientThatHangsUpStopsNothingHalfWayAndCostsNoConnection() throws SQLException, IOException {
        UUID ticket = submitted(complaint());
        try (Connection connection = Intake.connect("reader");
                Statement lock = connection.createStatement()) {
            long key = ticket.getMostSignificantBits() ^ ticket.getLeastSignificantBits();
            lock.execute("select pg_advisory_lock(" + key + ")");
            for (int i = 0; i < 12; i++) {
                withdrawAndHangUp(ticket);
            }
            await().atMost(PATIENCE).until(() -> waiting() == 12);
        }

        Intake.awaitState(ticket, "WITHDRAWN");
        await().atMost(PATIENCE).until(() -> see("reader", """
                        select pid from pg_stat_activity
                        where usename = 'intake_app' and state <> 'idle'""").isEmpty());
        for (int i = 0; i < 40; i++) {
            assertThat(Intake.state(ticket)).isEqualTo("WITHDRAWN");
        }
    }

    private static int waiting() throws SQLException {
        return see("reader", "select pid from pg_locks where not granted and locktype = 'advisory'")
                .size();
    }

    private static void withdrawAndHangUp(UUID ticket) throws IOException {
        String body = "{\"reason\":\"OTHER\"}";
        String request = "POST " + TICKETS + "/" + ticket + "/withdrawals HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + MESH.mint().token(AGENT) + "\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        int before;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            before = socket.getLocalPort();
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
        }
        assertThat(before).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets;x",
                "/api/v1/tickets%3Bx",
                "/api/v1/tickets;x=/",
                "//api/v1/tickets",
                "/api//v1/tickets",
                "/api/v1/tickets/",
                "/api/v1%2Ftickets",
                "/api/v1/./tickets",
                "/api/v1/x/../tickets",
                "/api/v1/%2e%2e/v1/tickets",
                "/api/v1/events;x",
                "//api/v1/events",
                "/q;/../api/v1/tickets",
                "/api/v1/ops/parked;x",
                "//api/v1/ops/parked"
            })
    void noSpellingOfAPathGetsInWithoutAToken(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
        assertThat(status).isIn(400, 401, 404);
    }
}
