package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.submitted;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class FeedTest {

    private static final String EVENTS = "/api/v1/events";

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void givesEveryEventOnceInTheOrderOfEachTicket() {
        String start = end();
        List<UUID> tickets = List.of(submitted(complaint()), submitted(complaint()), submitted(complaint()));
        List<String> read = new ArrayList<>();
        String[] cursor = {start};

        await().atMost(PATIENCE).until(() -> {
            Response page =
                    as(AGENT).queryParams("after", cursor[0], "limit", 2).get(EVENTS);
            List<String> ids = page.path("items.ticket");
            List<String> types = page.path("items.type");
            for (int i = 0; i < ids.size(); i++) {
                if (tickets.contains(UUID.fromString(ids.get(i)))
                        && !types.get(i).startsWith("deadline.")) {
                    read.add(ids.get(i) + " " + types.get(i));
                }
            }
            cursor[0] = page.path("next");
            return read.size() >= 6;
        });

        assertThat(read).doesNotHaveDuplicates().hasSize(6);
        for (UUID ticket : tickets) {
            assertThat(read.stream().filter(line -> line.startsWith(ticket.toString())))
                    .containsExactly(ticket + " ticket.received", ticket + " ticket.accepted");
        }
    }

    @Test
    void isMaskedAndScoped() {
        String start = end();
        UUID ticket = submitted(complaint());
        await().atMost(PATIENCE).until(() -> page(AGENT, start).contains(ticket.toString()));

        assertThat(page(AGENT, start)).doesNotContain("callerHash", "title", "content", "\"text\"");
        assertThat(page(Bearer.of("agent").regions("2102"), start)).doesNotContain(ticket.toString());
        as(AGENT)
                .queryParam("after", "x'; drop table ticket")
                .get(EVENTS)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("after"));
        as(AGENT).queryParam("limit", 0).get(EVENTS).then().statusCode(400).body("errors[0].field", equalTo("limit"));
    }

    /** The first reader wrote first and commits last: its event must come all the same, and before the other's. */
    @Test
    void neverPassesAnEventThatCommitsLater() throws SQLException {
        UUID ticket = submitted(complaint());
        String start = end();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        try (Connection slow = Intake.connect("reader");
                Connection quick = Intake.connect("reader")) {
            slow.setAutoCommit(false);
            keep(slow, ticket, first);
            keep(quick, ticket, second);

            assertThat(page(AGENT, start)).doesNotContain(second.toString());
            slow.commit();
        }
        await().atMost(PATIENCE).until(() -> page(AGENT, start).contains(second.toString()));
        String page = page(AGENT, start);
        assertThat(page.indexOf(first.toString())).isPositive().isLessThan(page.indexOf(second.toString()));
    }

    @Test
    void whoSeesLittleGetsOnByWhatHeDoesNotSee() {
        String start = end();
        Bearer dalian = Bearer.of("agent").regions("2102");
        UUID ticket = submitted(complaint());
        await().atMost(PATIENCE).until(() -> page(AGENT, start).contains(ticket.toString()));
        List<String> passed = as(AGENT)
                .queryParams("after", start)
                .get(EVENTS)
                .path("items.findAll { it.ticket == '" + ticket + "' }.id");

        Response page = as(dalian).queryParams("after", start).get(EVENTS);

        assertThat(page.<List<?>>path("items")).isEmpty();
        String next = page.path("next");
        assertThat(next).isNotEqualTo(start);
        // what the ticket's clocks say comes later
        assertThat(page(AGENT, next)).doesNotContain(passed);
    }

    @Test
    void latestBeginsBehindWhatHasHappened() {
        String start = end();
        UUID before = submitted(complaint());
        await().atMost(PATIENCE).until(() -> page(AGENT, start).split(before.toString(), -1).length == 4);
        Response latest = as(AGENT).queryParam("after", "latest").get(EVENTS);
        assertThat(latest.<List<?>>path("items")).isEmpty();

        UUID after = submitted(complaint());
        String next = latest.path("next");
        await().atMost(PATIENCE).until(() -> page(AGENT, next).contains(after.toString()));
        assertThat(page(AGENT, next)).doesNotContain(before.toString());
    }

    private static void keep(Connection connection, UUID ticket, UUID event) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into ticket_event
                        (event_id, ticket_id, type, at, state, round, actor_role, actor_id, late, data)
                    values ('%s', '%s', 'ticket.escalated', now(), 'PENDING_DISPATCH', 1, 'service', 'grid', false, '{}')
                    """.formatted(event, ticket));
        }
    }

    private static String page(Bearer bearer, String after) {
        return as(bearer).queryParams("after", after, "limit", 1000).get(EVENTS).asString();
    }

    /** A cursor behind all that the feed gives now. */
    private static String end() {
        String cursor = "0-0";
        while (true) {
            Response page =
                    as(AGENT).queryParams("after", cursor, "limit", 1000).get(EVENTS);
            if (page.<List<?>>path("items").isEmpty()) {
                return cursor;
            }
            cursor = page.path("next");
        }
    }
}
