package org.chuishao.mesh.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PublishingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    @ReactiveDataSource("reader")
    Pool pool;

    @Inject
    RelayBell bell;

    @Inject
    WatchfulEffect effect;

    @Test
    void whatIsInTheOutboxIsOnTheLogInOrder() {
        UUID ticket = Ids.next();
        Event received = LogFixture.received(ticket);
        Event accepted = LogFixture.accepted(ticket);
        append(received, accepted);
        await().atMost(PATIENCE).until(() -> effect.of(ticket).size() == 2);
        try (LogProbe log = new LogProbe(Mesh.shared().bootstrapServers())) {
            assertThat(log.read(Outbox.LIFECYCLE, ticket.toString()))
                    .extracting(found -> found.headers().get("ce_id"))
                    .containsExactly(received.id().toString(), accepted.id().toString());
        }
    }

    @Test
    void whatWasSentButNotMarkedGoesOutAgainAndIsReadOnce() {
        UUID ticket = Ids.next();
        append(LogFixture.received(ticket));
        await().atMost(PATIENCE).until(() -> effect.of(ticket).size() == 1 && unsent(ticket) == 0);

        assertThat(LogFixture.count("update outbox set sent_at = null where ticket_id = ?", ticket))
                .isEqualTo(1);
        bell.ring();
        await().atMost(PATIENCE).until(() -> unsent(ticket) == 0);
        UUID marker = Ids.next();
        append(LogFixture.accepted(ticket), LogFixture.received(marker));
        await().atMost(PATIENCE).until(() -> effect.of(ticket).size() == 2);
        assertThat(effect.of(ticket).stream().map(e -> e.event().type().shortName()))
                .containsExactly("ticket.received", "ticket.accepted");
    }

    private void append(Event... events) {
        pool.withTransaction(sql -> Outbox.append(sql, 1, List.of(events)))
                .await()
                .atMost(PATIENCE);
        bell.ring();
    }

    private static long unsent(UUID ticket) {
        return LogFixture.count("select count(*) from outbox where ticket_id = ? and sent_at is null", ticket);
    }
}
