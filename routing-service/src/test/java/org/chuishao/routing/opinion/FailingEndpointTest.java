package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** An endpoint that is broken is let alone; tickets wait for it no longer than before. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@TestProfile(FailingEndpointTest.BreaksSoon.class)
class FailingEndpointTest {

    private static final Duration WAIT = Duration.ofSeconds(20);

    public static final class BreaksSoon extends StubProfile {
        @Override
        String breakAfter() {
            return "3";
        }

        /** Only when the test says so. */
        @Override
        String every() {
            return "24h";
        }
    }

    @Inject
    Model model;

    @Inject
    AskAround ask;

    @Inject
    Turns turns;

    @Test
    void failures_open_the_breaker_and_nothing_is_sent_any_more() throws IOException {
        leaveOutTheOthers();
        try (StubModel stub = new StubModel(StubProfile.port())) {
            stub.on("扑通", stub.fails(500));
            TicketOnLog ticket = Unclear.ticket("扑通一", "想问一下");
            ask.pass().await().atMost(WAIT);

            Unclear.opinions(ticket)
                    .body("items", hasSize(1))
                    .body("items[0].outcome", is("AWAY"))
                    .body("items[0].tries", is(3));
            assertThat(model.room()).isZero();

            TicketOnLog later = Unclear.ticket("扑通二", "想问一下");
            ask.pass().await().atMost(WAIT);

            assertThat(stub.about("扑通")).hasSize(3);
            Unclear.opinions(later).body("items", hasSize(0));
        }
    }

    /** What other tests have left waiting is not asked about here. */
    private void leaveOutTheOthers() {
        turns.take(10_000, Duration.ofMinutes(5)).await().atMost(WAIT);
    }
}
