package org.chuishao.routing.opinion;

import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Mesh;

/** Tickets of a city whose county nobody knows: they wait for a dispatcher. */
final class Unclear {

    private static final String CITY = "2101";
    private static final Duration LONG = Duration.ofSeconds(30);

    private Unclear() {}

    static TicketOnLog ticket(String title, String content) {
        return queued(TicketOnLog.accepted(title, content, Kind.COMPLAINT, CITY));
    }

    static TicketOnLog report(String title) {
        return queued(TicketOnLog.accepted(title, title, Kind.REPORT, CITY));
    }

    static TicketOnLog secret(String title) {
        return queued(TicketOnLog.received(title, title, Kind.COMPLAINT, Channel.PHONE, CITY, true)
                .accept());
    }

    private static TicketOnLog queued(TicketOnLog ticket) {
        await().atMost(LONG).untilAsserted(() -> as(dispatcher(CITY))
                .get("/api/v1/dispatch-queue?limit=500")
                .then()
                .body("items.ticket", hasItem(ticket.id().toString())));
        return ticket;
    }

    /** Once there is one. */
    static ValidatableResponse opinion(TicketOnLog ticket) {
        await().atMost(LONG)
                .until(() -> !opinions(ticket).extract().path("items").equals(List.of()));
        return opinions(ticket);
    }

    static ValidatableResponse opinions(TicketOnLog ticket) {
        return as(dispatcher(CITY))
                .get("/api/v1/tickets/" + ticket.id() + "/opinions")
                .then()
                .statusCode(200);
    }

    /** Nobody is asked about it any more. */
    static boolean isOver(TicketOnLog ticket) throws SQLException {
        try (Connection reader = reader();
                PreparedStatement query = reader.prepareStatement(
                        "select opinion_at = 'infinity' from dispatch_queue where ticket_id = ?")) {
            query.setObject(1, ticket.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** As the reader of the log would write it. */
    static int write(TicketOnLog ticket, String statement) throws SQLException {
        try (Connection reader = reader();
                PreparedStatement update = reader.prepareStatement(statement + " where ticket_id = ?")) {
            update.setObject(1, ticket.id());
            return update.executeUpdate();
        }
    }

    private static Connection reader() throws SQLException {
        Mesh mesh = Mesh.shared();
        return DriverManager.getConnection(
                mesh.jdbcUrl("routing"), "routing_reader", mesh.secrets().password());
    }
}
