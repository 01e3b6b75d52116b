package org.chuishao.intake;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.jspecify.annotations.Nullable;

/** A running intake as its clients see it over HTTP, and the rest of the mesh over the log. */
final class Intake {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String TICKETS = "/api/v1/tickets";
    static final String COMMUNITY = "210102001002";
    static final Bearer AGENT = Bearer.of("agent").regions("21");
    static final Bearer REVIEWER = Bearer.of("reviewer").regions("21");
    static final Mesh MESH = Mesh.shared();
    static final LogProbe LOG = new LogProbe(MESH.bootstrapServers());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static boolean ready;

    private Intake() {}

    /** What grid would have published, and intake has read. */
    static synchronized void ready() {
        if (ready) {
            return;
        }
        region("21", 1, "辽宁省");
        region("2101", 2, "沈阳市");
        region("210102", 3, "和平区");
        region("210102001", 4, "浑河湾街道");
        region(COMMUNITY, 5, "第二社区");
        region("2102", 2, "大连市");
        region("210202", 3, "中山区");
        LOG.write("units", "U-TERR-210102", Map.of(), """
                {"id":"U-TERR-210102","name":"和平区","kind":"COUNTY_DESK","level":3,"region":"210102","synthetic":true}""");
        // what tells a reader that it has all
        LOG.write("units", "U-WATER-21", Map.of(), null);
        LOG.write("rules", "end", Map.of(), "{}");
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
        ready = true;
    }

    private static void region(String code, int level, String name) {
        String region = "{\"code\":\"%s\",\"level\":%d,\"name\":\"%s\",\"synthetic\":false}";
        LOG.write("regions", code, Map.of(), region.formatted(code, level, name));
    }

    static RequestSpecification as(Bearer bearer) {
        return given().header("Authorization", "Bearer " + MESH.mint().token(bearer))
                .contentType("application/json");
    }

    static RequestSpecification keyed(Bearer bearer) {
        return as(bearer).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** A whole complaint by phone. */
    static Map<String, Object> complaint() {
        return new LinkedHashMap<>(Map.ofEntries(
                entry("channel", "PHONE"),
                entry("kind", "COMPLAINT"),
                entry("title", "暖气不热"),
                entry("content", "家里只有十四度，打过供热公司电话没人来。"),
                entry("caller", new LinkedHashMap<>(Map.of("name", "张三丰", "phone", "13812341234"))),
                entry("place", new LinkedHashMap<>(Map.of("text", "某小区三号楼", "region", COMMUNITY)))));
    }

    static Response submit(Map<String, Object> ticket) {
        return keyed(AGENT).body(ticket).post(TICKETS);
    }

    static UUID submitted(Map<String, Object> ticket) {
        return UUID.fromString(submit(ticket).then().statusCode(201).extract().path("id"));
    }

    static String state(UUID ticket) {
        return as(AGENT)
                .get(TICKETS + "/" + ticket)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    static void awaitState(UUID ticket, String state) {
        await().atMost(PATIENCE).until(() -> state(ticket).equals(state));
    }

    /** An event that another service writes; {@code seen} is how many of the ticket's events it has read. */
    static void write(UUID ticket, Source source, int round, @Nullable UUID assignment, int seen, EventData data) {
        Event event = new Event(
                Ids.next(),
                ticket,
                source,
                java.time.Instant.now(),
                round,
                assignment,
                seen,
                Actor.service(source),
                data);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("content-type", "application/json");
        try {
            JSON.readValue(EventCodec.attributesJson(event), new TypeReference<Map<String, String>>() {})
                    .forEach((name, value) -> headers.put("ce_" + name, value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        LOG.write("ticket-lifecycle", ticket.toString(), headers, EventCodec.data(event));
    }

    /** How much clients have stored; the service writes events of its own when its clocks have come. */
    static List<String> stored() throws SQLException {
        return see(
                "reader",
                "select count(*) from ticket union all select count(*) from idempotency"
                        + " union all select count(*) from audit union all select count(*) from outbox"
                        + " where attributes ->> 'actorrole' is distinct from 'service'");
    }

    /** The same, once what earlier tests began has been stored. */
    static List<String> storedAtRest() {
        AtomicReference<List<String>> last = new AtomicReference<>(List.of());
        return await().atMost(PATIENCE).until(Intake::stored, now -> now.equals(last.getAndSet(now)));
    }

    /** As one of intake's roles, or as the superuser, who sees everything. */
    static Connection connect(String role) throws SQLException {
        if (role.equals("superuser")) {
            return DriverManager.getConnection(MESH.jdbcUrl("intake"), "postgres", "");
        }
        return DriverManager.getConnection(
                MESH.jdbcUrl("intake"), "intake_" + role, MESH.secrets().password());
    }

    /** The first column of what a role sees. */
    static List<String> see(String role, String sql) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> seen = new ArrayList<>();
            while (rows.next()) {
                seen.add(String.valueOf(rows.getString(1)));
            }
            return seen;
        }
    }
}
