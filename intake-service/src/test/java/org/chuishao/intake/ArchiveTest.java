package org.chuishao.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.awaitState;
import static org.chuishao.intake.Intake.see;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is settled for good. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ArchiveTest {

    private static final Bearer AUDITOR = Bearer.of("auditor").regions("21");

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whatIsNotTakenUpAgainIsSealedAndReadOnly() throws SQLException {
        UUID ticket = answered();
        as(AUDITOR).get(TICKETS + "/" + ticket + "/seal").then().statusCode(404);
        archived(ticket);

        seal(ticket).body("intact", equalTo(true)).body("faults", equalTo(List.of()));
        as(AGENT).get(TICKETS + "/" + ticket + "/seal").then().statusCode(403);
        as(Bearer.of("auditor").regions("2102"))
                .get(TICKETS + "/" + ticket + "/seal")
                .then()
                .statusCode(404);
        act(AGENT, ticket, "reopenings", Map.of("reason", "又坏了"))
                .statusCode(409)
                .body("state", equalTo("ARCHIVED"));
        act(REVIEWER, ticket, "exclusions", Map.of("granted", true, "ground", "x"))
                .statusCode(409);
    }

    @Test
    void whatWasTakenUpAgainInTimeIsNotArchived() throws SQLException {
        UUID ticket = answered();
        Clocks.awaitClock(ticket, "REOPEN_WINDOW RUNNING");
        act(AGENT, ticket, "reopenings", Map.of("reason", "又坏了")).statusCode(201);
        assertThat(Clocks.of(ticket)).contains("REOPEN_WINDOW STOPPED");
        Clocks.update(
                "update deadline set state = 'RUNNING', stopped_at = null, due_at = app_now(), next_at = app_now()"
                        + " where act = 'REOPEN_WINDOW' and ticket_id = '" + ticket + "'");
        Clocks.awaitClock(ticket, "REOPEN_WINDOW MISSED");
        assertThat(see("reader", "select 1 from archive_seal where ticket_id = '" + ticket + "'"))
                .isEmpty();
    }

    @Test
    void aChangeOfWhatWasKeptIsFound() throws SQLException {
        UUID ticket = answered();
        archived(ticket);
        String event = "ticket_event where type = 'ticket.answered' and ticket_id = '" + ticket + "'";
        String data = see("superuser", "select data from " + event).get(0);

        bySuperuser(
                "update ticket_event set data = (data::jsonb || '{\"knowledge\":\"K-9\"}')::json where type = 'ticket.answered'"
                        + " and ticket_id = '" + ticket + "'");
        seal(ticket).body("intact", equalTo(false)).body("faults", equalTo(List.of("EVENTS")));
        bySuperuser("update ticket_event set data = '" + data + "' where type = 'ticket.answered' and ticket_id = '"
                + ticket + "'");
        seal(ticket).body("intact", equalTo(true));

        bySuperuser("update ticket_event set actor_id = 'another' where type = 'ticket.received' and ticket_id = '"
                + ticket + "'");
        seal(ticket).body("faults", hasItem("EVENTS"));
    }

    @Test
    void aLinkThatIsMadeAnewIsFoundByThoseBesideItAndByTheLog() throws SQLException {
        UUID first = answered();
        archived(first);
        UUID second = answered();
        archived(second);
        bySuperuser("delete from ticket_event where type = 'ticket.answered' and ticket_id = '" + first + "'");
        bySuperuser("update archive_seal set events = events - 1, events_hash = kept_events_hash(ticket_id, events - 1)"
                + " where ticket_id = '" + first + "'");
        seal(first).body("faults", equalTo(List.of("SEAL")));
        bySuperuser(
                "update archive_seal set seal = chain_seal(previous, seq, ticket_id, archived_at, events, events_hash)"
                        + " where ticket_id = '" + first + "'");

        seal(first).body("faults", equalTo(List.of("CHAIN", "EVENT_ON_LOG")));
        seal(second).body("faults", equalTo(List.of("CHAIN")));
    }

    @Test
    void aLinkThatIsRemovedIsMissed() throws SQLException {
        UUID ticket = answered();
        archived(ticket);
        UUID next = answered();
        archived(next);
        bySuperuser("delete from archive_seal where ticket_id = '" + ticket + "'");

        seal(ticket)
                .body("ticket", equalTo(ticket.toString()))
                .body("intact", equalTo(false))
                .body("faults", equalTo(List.of("SEAL")))
                .body("seal", equalTo(null));
        seal(next).body("faults", equalTo(List.of("CHAIN")));
    }

    /** By what the decision record says, and by nothing of the service. */
    @Test
    void theCanonicalFormIsAsItIsWrittenDown() throws SQLException {
        UUID ticket = answered();
        archived(ticket);
        String when = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
        List<String> lines = see(
                "superuser",
                ("select '[\"' || event_id || '\", \"' || type || '\", \"' || " + when
                                + " || '\", \"' || state || '\", '"
                                + " || round || ', null, \"' || actor_role || '\", \"' || actor_id || '\", null, '"
                                + " || late || ', ' || data::jsonb::text || ']' from ticket_event where ticket_id = '"
                                + ticket
                                + "' order by position limit (select events from archive_seal where ticket_id = '"
                                + ticket + "')")
                        .formatted("at"));
        String hash = sha256(String.join("\n", lines));
        seal(ticket).body("events", equalTo(lines.size())).body("eventsHash", equalTo(hash));

        String link = see(
                        "superuser",
                        ("select previous || E'\\n' || seq || E'\\n' || ticket_id || E'\\n' || " + when
                                        + " || E'\\n' || events || E'\\n' || events_hash from archive_seal where ticket_id = '"
                                        + ticket + "'")
                                .formatted("archived_at"))
                .get(0);
        seal(ticket).body("seal", equalTo(sha256(link)));
    }

    private static UUID answered() {
        UUID ticket = byWeb();
        act(AGENT, ticket, "answers", Map.of("answer", "是的")).statusCode(201);
        awaitEvent(ticket, "ticket.answered");
        return ticket;
    }

    private static void archived(UUID ticket) throws SQLException {
        Clocks.over(ticket, "REOPEN_WINDOW");
        awaitState(ticket, "ARCHIVED");
    }

    private static ValidatableResponse seal(UUID ticket) {
        return as(AUDITOR).get(TICKETS + "/" + ticket + "/seal").then().statusCode(200);
    }

    private static void bySuperuser(String sql) throws SQLException {
        try (Connection connection = Intake.connect("superuser");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
