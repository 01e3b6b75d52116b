package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A deadline that cannot fire stops no other one. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SetAsideTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration YELLOW = Duration.ZERO;
    private static final Duration SOON = Duration.ofSeconds(1);

    /** More than are set aside in one round. */
    private static final int CROWD = 130;

    @Inject
    ClockFixture clocks;

    @Inject
    PoisonousEffect effect;

    @Inject
    ClockMeters meters;

    @Inject
    MeterRegistry registry;

    @AfterEach
    void heal() {
        effect.poisonous.clear();
        effect.turnedDown.clear();
        clocks.text("with u as (update deadline set next_at = app_now() where failed_at is not null"
                + " and next_at is not null returning 1) select count(*)::text from u");
        await().atMost(PATIENCE).until(() -> aside() == 0);
    }

    @Test
    void theOthersOfItsBatchFireAndItIsTriedAgainUntilItDoes() {
        List<UUID> tickets = tickets(30);
        effect.poisonous.add(tickets.get(11));
        effect.turnedDown.add(tickets.get(23));
        List<Deadline> together = together(tickets);
        Deadline poison = together.get(11);
        Deadline turnedDown = together.get(23);

        await().atMost(PATIENCE).until(() -> together.stream().allMatch(it -> missed(it) || aside(it)));

        assertThat(together.stream().filter(it -> !missed(it))).containsExactly(poison, turnedDown);
        assertThat(cause(poison)).isEqualTo("IllegalStateException: told to fail");
        assertThat(cause(turnedDown)).isEqualTo("database 22012: division by zero");
        assertThat(clocks.said(poison, "missed")).isZero();
        meters.countAside().await().atMost(PATIENCE);
        assertThat(registry.get("chuishao.clock.aside").gauge().value()).isEqualTo(2);

        effect.poisonous.clear();
        again(poison);
        await().atMost(PATIENCE).until(() -> missed(poison));
        assertThat(clocks.said(poison, "missed")).isEqualTo(1);
        assertThat(aside(poison)).as("nothing stays of the failure").isFalse();
    }

    @Test
    void itIsPutOffTwiceAsLongEachTime() {
        Deadline poison = poison();
        for (int failures = 1; failures <= 3; failures++) {
            int now = failures;
            await().atMost(PATIENCE).until(() -> aside(poison) && failures(poison) == now);
            assertThat(putOff(poison)).isEqualTo(10 << (failures - 1));
            again(poison);
        }
    }

    @Test
    void aCommandStillStopsIt() {
        Deadline poison = poison();
        await().atMost(PATIENCE).until(() -> aside(poison));
        assertThat(clocks.stop(poison)).isEqualTo(1);
        effect.poisonous.clear();
        await().atMost(PATIENCE).until(() -> missed(poison));
        assertThat(clocks.said(poison, "missed")).as("late, and said so").isEqualTo(1);
    }

    @Test
    void aCrowdOfThemIsSetAsideRoundByRoundAndTheOthersFire() {
        List<UUID> tickets = tickets(CROWD);
        effect.poisonous.addAll(tickets);
        together(tickets);
        Deadline sound = clocks.armed(YELLOW, Duration.ofMillis(100));

        await().atMost(PATIENCE).until(() -> missed(sound));
        await().atMost(PATIENCE).until(() -> aside() == CROWD);
    }

    private Deadline poison() {
        UUID ticket = Ids.next();
        effect.poisonous.add(ticket);
        return together(List.of(ticket)).get(0);
    }

    private static List<UUID> tickets(int count) {
        return Stream.generate(Ids::next).limit(count).toList();
    }

    private List<Deadline> together(List<UUID> tickets) {
        Instant now = Instant.now();
        return tickets.stream()
                .map(ticket -> clocks.armed(ticket, Ids.next(), now, YELLOW, SOON))
                .toList();
    }

    private boolean missed(Deadline clock) {
        return clocks.state(clock).equals("MISSED");
    }

    private boolean aside(Deadline clock) {
        return failures(clock) > 0
                && clocks.text("select (next_at > app_now())::text from deadline where id = ?", clock.id())
                        .equals("true");
    }

    private long aside() {
        return Long.parseLong(clocks.text("select count(*)::text from deadline where failed_at is not null"));
    }

    private int failures(Deadline clock) {
        return Integer.parseInt(clocks.text("select failures::text from deadline where id = ?", clock.id()));
    }

    private int putOff(Deadline clock) {
        return Integer.parseInt(clocks.text(
                "select round(extract(epoch from next_at - failed_at))::int::text from deadline where id = ?",
                clock.id()));
    }

    private String cause(Deadline clock) {
        return clocks.text("select cause from deadline where id = ?", clock.id());
    }

    private void again(Deadline clock) {
        clocks.text("update deadline set next_at = app_now() where id = ? returning ''", clock.id());
    }
}
