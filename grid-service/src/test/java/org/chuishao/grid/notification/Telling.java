package org.chuishao.grid.notification;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.ShiftableClock;

/** A grid whose people are told in these tests, and a clock that can be set to any time of the day. */
final class Telling {

    static final String COMMUNITY = "210102001010";
    static final String GRID = COMMUNITY + "101";
    static final String UNIT = "U-TERR-" + COMMUNITY;
    static final String HOLDER = "W-" + GRID + "-1";
    static final String BACKUP = "W-" + COMMUNITY + "102-1";
    static final Bearer PROVIDER = Bearer.of("call-centre").subject("provider").regions("21");
    static final Bearer WORKER = worker(HOLDER);
    static final Bearer SUPERVISOR = supervisor("210102");

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BACKED_UP = "insert into membership (grid, role, worker, backup, valid_from) values ('"
            + GRID + "', 'FULL_TIME_WORKER', '" + BACKUP + "', true, '2023-01-01') on conflict do nothing";

    private Telling() {}

    static ShiftableClock clock() {
        return Mesh.shared().clock("grid").install();
    }

    /** It was so late last: nothing falls due that is not due. The service's own clock follows the database's. */
    static Instant itIs(LocalTime time) {
        standStill();
        ZonedDateTime today = Instant.now().atZone(BEIJING).with(time);
        Instant last = (today.toInstant().isAfter(Instant.now()) ? today.minusDays(1) : today).toInstant();
        clock().set(last);
        Clock service = Arc.container().instance(Clock.class).get();
        await().until(() -> Duration.between(last, service.instant()).abs().compareTo(Duration.ofMinutes(1)) < 0);
        return last;
    }

    /** Clocks of earlier tests' tickets would all fire as time passes. What somebody has in hand is left. */
    private static void standStill() {
        update("update deadline set next_at = null where id in"
                + " (select id from deadline where next_at is not null for update skip locked)");
    }

    static void itIsNow() {
        clock().set(Instant.now());
    }

    static void backedUp() {
        try (Connection superuser = DriverManager.getConnection(Mesh.shared().jdbcUrl("grid"), "postgres", "");
                Statement sql = superuser.createStatement()) {
            sql.execute(BACKED_UP);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static TicketOnLog dispatched(Severity severity) {
        return TicketOnLog.accepted("电线坠落", GRID).dispatched(GRID, severity, UNIT);
    }

    static String number(TicketOnLog ticket) {
        return "N-" + ticket.id().toString().substring(24);
    }

    /** What phones were sent of an assignment, as {@code CHANNEL who}. */
    static List<String> sent(TicketOnLog ticket) {
        return PhoneCompany.messages(number(ticket)).stream()
                .filter(it -> it.path("matter").asText().equals("ASSIGNED"))
                .map(it -> it.path("channel").asText() + " "
                        + (it.hasNonNull("worker") ? it.path("worker") : it.path("unit")).asText())
                .toList();
    }

    /** The nodes of an assignment on the log, as {@code step CHANNEL who OUTCOME}. */
    static List<String> nodes(TicketOnLog ticket) {
        return ticket.events("ticket.notified").stream()
                .map(it -> json(String.valueOf(it.value())))
                .filter(it -> it.path("matter").asText().equals("ASSIGNED"))
                .map(it -> it.path("step").asInt() + " " + it.path("channel").asText() + " "
                        + (it.hasNonNull("worker") ? it.path("worker") : it.path("unit")).asText() + " "
                        + it.path("outcome").asText())
                .toList();
    }

    /** The only message of a kind about the ticket. */
    static Map<String, Object> message(Bearer bearer, TicketOnLog ticket, String filter) {
        String path = "/api/v1/notifications?ticket=" + ticket.id() + filter;
        await().until(() -> as(bearer).get(path).path("items[0].id"), not(nullValue()));
        return as(bearer).get(path).path("items[0]");
    }

    static ValidatableResponse receipt(Bearer by, Object id, String outcome) {
        return as(by).body(Map.of("outcome", outcome))
                .post("/api/v1/notifications/" + id + "/receipts")
                .then();
    }

    /** What is under way of the ticket arrives first. */
    static void pass(TicketOnLog ticket, Duration time) {
        await().until(
                        () -> text(
                                "select count(*) from notification where state = 'SENDING' and ticket_id = ?",
                                ticket.id()),
                        is("0"));
        clock().shift(time);
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
