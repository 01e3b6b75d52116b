package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.DispatchEvent.VerificationRequested;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.InfoRequested;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The clock of the state that a ticket is in. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowStatesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PLACE = "210102001001";
    private static final Sealed WORDS = new Sealed("k1.AAAA");
    private static final EventData RECEIVED = new TicketReceived(
            "T1",
            Channel.WEB,
            Kind.HELP,
            WORDS,
            WORDS,
            null,
            null,
            new Place(null, PLACE, null, null, null),
            null,
            false,
            null);
    private static final EventData ASKED = new InfoRequested(List.of("FACT"), 1);
    private static final EventData SUPPLIED = new Supplemented(WORDS, null);

    @Inject
    FollowStates followStates;

    @Inject
    ServiceTransactions transactions;

    private LogProbe log;

    @BeforeAll
    void open() {
        log = new LogProbe(Mesh.shared().bootstrapServers());
    }

    @AfterAll
    void close() {
        log.close();
    }

    @Test
    void aStatesClockStartsWithItAndEndsWithItEachTime() {
        UUID ticket = Ids.next();
        write(ticket, RECEIVED, ASKED);
        awaitClocks(ticket, "SUPPLEMENT RUNNING");
        assertThat(text(
                        "select (due_at > app_now() + interval '1 day')::text from deadline where ticket_id = ?",
                        ticket))
                .isEqualTo("true");

        write(ticket, SUPPLIED);
        awaitClocks(ticket, "SUPPLEMENT ANNULLED");
        write(ticket, ASKED);
        awaitClocks(ticket, "SUPPLEMENT ANNULLED,SUPPLEMENT RUNNING");
        assertThat(said(ticket, "armed")).isEqualTo("2");
        assertThat(said(ticket, "annulled")).isEqualTo("1");
    }

    @Test
    void aStateThatIsGoneThroughWithinABatchStartsNone() {
        UUID ticket = Ids.next();
        transactions
                .run(it -> followStates.on(it, read(ticket, RECEIVED, ASKED, SUPPLIED)))
                .await()
                .atMost(PATIENCE);
        assertThat(clocks(ticket)).isEmpty();
    }

    @Test
    void whatACommandHasDoneBeforeTheLogSaysSoStartsNone() {
        UUID ticket = Ids.next();
        pending(ticket, new Withdrawn("OTHER"));
        write(ticket, RECEIVED, ASKED);
        await().atMost(PATIENCE)
                .until(() -> "2".equals(text("select state ->> 'seen' from ticket_fold where ticket_id = ?", ticket)));
        assertThat(clocks(ticket)).isEmpty();
    }

    @Test
    void whatAnActInVainHasStoppedStartsAgainFromTheSameStart() {
        UUID ticket = Ids.next();
        write(ticket, RECEIVED, ASKED);
        awaitClocks(ticket, "SUPPLEMENT RUNNING");
        String started = text(
                "update deadline set state = 'STOPPED', stopped_at = app_now(), next_at = null where ticket_id = ?"
                        + " returning started_at::text",
                ticket);
        write(event(ticket, Source.GRID, Ids.next(), new AssignmentSigned()));

        awaitClocks(ticket, "SUPPLEMENT STOPPED,SUPPLEMENT RUNNING");
        assertThat(text("select started_at::text from deadline where state = 'RUNNING' and ticket_id = ?", ticket))
                .isEqualTo(started);
        write(event(ticket, Source.GRID, Ids.next(), new AssignmentSigned()));
        await().atMost(PATIENCE)
                .until(() -> "2".equals(text("select state ->> 'late' from ticket_fold where ticket_id = ?", ticket)));
        assertThat(clocks(ticket)).as("once").isEqualTo("SUPPLEMENT STOPPED,SUPPLEMENT RUNNING");
    }

    @Test
    void whatIsFoundToBeOfAnotherLevelIsCountedAgainFromTheSameStart() {
        UUID ticket = Ids.next();
        write(ticket, RECEIVED, new TicketAccepted(PLACE), new VerificationRequested(PLACE, WORDS));
        awaitClocks(ticket, "VERIFY RUNNING");
        String started = text("select started_at::text from deadline where ticket_id = ?", ticket);

        write(ticket, new TicketClassified(Severity.URGENT, "0101", 0.9, "rules", PLACE, List.of()));

        await().atMost(PATIENCE).until(() -> text("select rule from deadline where ticket_id = ?", ticket)
                .startsWith("verify-urgent"));
        assertThat(text("select (due_at - started_at)::text from deadline where ticket_id = ?", ticket))
                .isEqualTo("02:00:00");
        assertThat(text("select started_at::text from deadline where ticket_id = ?", ticket))
                .isEqualTo(started);
        assertThat(text(
                        "select reason from deadline_change c join deadline d on d.id = c.deadline_id"
                                + " where d.ticket_id = ? and c.old_due_at > c.new_due_at",
                        ticket))
                .isEqualTo("verify-urgent-urgent@1 instead of verify-ordinary@1");
        assertThat(said(ticket, "armed")).isEqualTo("2");
    }

    private static List<ReadEvent> read(UUID ticket, EventData... said) {
        List<ReadEvent> read = new ArrayList<>();
        TicketState state = TicketState.unseen();
        for (EventData data : said) {
            Event event = event(ticket, data);
            Step step = Fold.apply(state, event);
            read.add(new ReadEvent(event, step.verdict(), step.why(), state, step.after()));
            state = step.after();
        }
        return read;
    }

    private void write(UUID ticket, EventData... said) {
        for (EventData data : said) {
            write(event(ticket, data));
        }
    }

    private void write(Event event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("content-type", "application/json");
        attributes(event).forEach((name, text) -> headers.put("ce_" + name, text));
        log.write("ticket-lifecycle", event.ticket().toString(), headers, EventCodec.data(event));
    }

    /** As a command writes it; sent, but not on the log yet. */
    private static void pending(UUID ticket, EventData data) {
        Event event = event(ticket, data);
        text(
                "insert into outbox (event_id, ticket_id, topic, key, attributes, data, sent_at)"
                        + " values (?, ?, 'ticket-lifecycle', '', ?::jsonb, ?, app_now()) returning ''",
                event.id(),
                ticket,
                EventCodec.attributesJson(event),
                EventCodec.data(event));
    }

    private static Event event(UUID ticket, EventData data) {
        return event(ticket, Source.INTAKE, null, data);
    }

    private static Event event(UUID ticket, Source source, @Nullable UUID assignment, EventData data) {
        return new Event(
                Ids.next(), ticket, source, Instant.now(), 1, assignment, 0, new Actor("agent", "a-1", null), data);
    }

    private static Map<String, String> attributes(Event event) {
        try {
            return new ObjectMapper()
                    .readValue(EventCodec.attributesJson(event), new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitClocks(UUID ticket, String clocks) {
        await().atMost(PATIENCE).until(() -> clocks(ticket).equals(clocks));
    }

    private static String clocks(UUID ticket) {
        return text(
                "select coalesce(string_agg(act || ' ' || state, ',' order by started_at, id), '') from deadline"
                        + " where ticket_id = ?",
                ticket);
    }

    private static String said(UUID ticket, String what) {
        return text(
                "select count(*)::text from outbox where ticket_id = ? and attributes ->> 'type' = ?",
                ticket,
                "org.chuishao.deadline." + what + ".v1");
    }

    private static String text(String sql, Object... values) {
        Mesh mesh = Mesh.shared();
        try (Connection reader = DriverManager.getConnection(
                        mesh.jdbcUrl("grid"), "grid_reader", mesh.secrets().password());
                PreparedStatement statement = reader.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
