package org.chuishao.grid.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.GridTables.text;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who a stream waits for: for those who write notices, and for nobody else. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class HeldUpTest {

    private static final String COUNTY = "211003";
    private static final String COMMUNITY = COUNTY + "001001";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One that was told too soon would have come by then. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    @TestHTTPResource("/")
    URL url;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<HeardStream> streams = new ArrayList<>();

    @AfterEach
    void nobodyListensAnyMore() {
        streams.forEach(HeardStream::close);
    }

    @Test
    void aLongTransactionThatWritesNoNoticeHoldsNobodyUp() throws SQLException {
        try (Connection importing = transaction();
                Statement sql = importing.createStatement()) {
            sql.execute("select pg_current_xact_id()");
            HeardStream stream = listening();
            UUID ticket = dispatched();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.events)
                    .singleElement()
                    .satisfies(event -> assertThat(event.data()).contains(ticket.toString())));
            importing.rollback();
        }
    }

    /** Told before, it would be behind the mark of whoever heard the later one, and lost to him. */
    @Test
    void whatWasWrittenLaterWaitsForWhatWasWrittenBefore() throws SQLException {
        UUID first = UUID.randomUUID();
        try (Connection writer = transaction();
                Statement sql = writer.createStatement()) {
            HeardStream stream = listening();
            write(sql, first);
            UUID second = dispatched();
            await().atMost(PATIENCE)
                    .until(() -> text("select count(*) from inbox_notice where ticket_id = ?", second), is("1"));
            await().during(A_MOMENT).atMost(PATIENCE).until(stream.events::isEmpty);
            write(sql, first);
            writer.commit();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(stream.events).hasSize(3));
            assertThat(stream.events.get(0).data()).contains(first.toString());
            assertThat(stream.events.get(1).data()).contains(second.toString());
            assertThat(stream.events.get(2).data()).contains(first.toString());
        }
    }

    @Test
    void whoGivesUpHoldsNobodyUp() throws SQLException {
        try (Connection writer = transaction();
                Statement sql = writer.createStatement()) {
            HeardStream stream = listening();
            write(sql, UUID.randomUUID());
            UUID ticket = dispatched();
            writer.rollback();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(stream.events).hasSize(1));
            assertThat(stream.events.get(0).data()).contains(ticket.toString());
        }
    }

    @Test
    void whoHasAllHisStreamsOpenIsSentAway() {
        List<HeardStream> his = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            his.add(listening());
        }
        HeardStream oneMore = open();
        await().atMost(PATIENCE).until(() -> oneMore.status() == 429);
        assertThat(Integer.parseInt(String.valueOf(oneMore.retryAfter()))).isBetween(10, 20);
        his.get(0).close();
        await().atMost(PATIENCE).until(() -> {
            HeardStream again = open();
            await().atMost(PATIENCE).until(() -> again.status() > 0);
            return again.status() == 200;
        });
    }

    /** The place of a stream that was closed before may not be free at once. */
    private HeardStream listening() {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            HeardStream stream = open();
                            await().atMost(PATIENCE).until(() -> stream.isOpen() || stream.isOver());
                            return stream;
                        },
                        stream -> stream.status() == 200 && stream.isOpen());
    }

    private HeardStream open() {
        HeardStream stream =
                HeardStream.open(http, url.toString().replaceAll("/$", ""), supervisor(COUNTY), null, 1_000);
        streams.add(stream);
        return stream;
    }

    private static UUID dispatched() {
        return TicketOnLog.accepted("路灯不亮", COMMUNITY)
                .dispatched(COMMUNITY, Severity.ORDINARY, "U-TERR-" + COMMUNITY)
                .id();
    }

    private static void write(Statement sql, UUID subject) throws SQLException {
        sql.execute("insert into inbox_notice (kind, subject, ticket_id, phase, region, units) values ('ASSIGNMENT', '"
                + subject + "', '" + subject + "', 'PENDING_SIGN', '" + COMMUNITY + "', '{U-X}')");
    }

    private static Connection transaction() throws SQLException {
        Connection connection = DriverManager.getConnection(Mesh.shared().jdbcUrl("grid"), "postgres", "");
        connection.setAutoCommit(false);
        return connection;
    }
}
