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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class HangUpTest {

    private static final int CLIENTS = 12;

    @Test
    void aClientThatHangsUpStopsNothingHalfWayAndCostsNoConnection() throws SQLException, IOException {
        Intake.ready();
        UUID ticket = submitted(complaint());
        await().atMost(PATIENCE).until(() -> RestOfMesh.timeline(ticket).size() == 2);
        try (Connection connection = Intake.connect("reader");
                Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock("
                    + (ticket.getMostSignificantBits() ^ ticket.getLeastSignificantBits()) + ")");
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(withdraw(ticket));
            }
            await().atMost(PATIENCE).until(() -> waiting() == CLIENTS);
            for (Socket client : clients) {
                client.close();
            }
        }

        Intake.awaitState(ticket, "WITHDRAWN");
        await().atMost(PATIENCE).until(() -> see("reader", """
                        select pid from pg_stat_activity where usename = 'intake_app' and state <> 'idle'""").isEmpty());
        for (int i = 0; i < 40; i++) {
            assertThat(Intake.state(ticket)).isEqualTo("WITHDRAWN");
        }
    }

    private static int waiting() throws SQLException {
        return see("superuser", """
                        select l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid
                        where not l.granted and l.locktype = 'advisory' and a.usename = 'intake_app'""").size();
    }

    private static Socket withdraw(UUID ticket) throws IOException {
        String body = "{\"reason\":\"OTHER\"}";
        String request = "POST " + TICKETS + "/" + ticket + "/withdrawals HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + MESH.mint().token(AGENT) + "\r\nContent-Type: application/json\r\n"
                + "Idempotency-Key: " + UUID.randomUUID() + "\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream().write(request.getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }
}
