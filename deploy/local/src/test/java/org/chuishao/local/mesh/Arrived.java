package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.Outcome;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.TokenMint;

/**
 * What came of a journey.
 *
 * @param told what the run said on its way, line by line
 */
record Arrived(TemporaryMesh mesh, Outcome outcome, List<String> told) {

    /** All closed, none lost or doubled, counted right, and every ticket's timeline is the log's. */
    void assertWhole(int number) throws InterruptedException {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(outcome.holdings().lost()).as("lost").isEmpty();
        softly.assertThat(outcome.holdings().doubled()).as("doubled").isEmpty();
        softly.assertThat(outcome.holdings().faults()).as("faults in timelines").isEmpty();
        softly.assertThat(outcome.holdings().states())
                .as("states; what the people met: %s", outcome.troubles())
                .isEqualTo(Map.of("CLOSED", number));
        softly.assertThat(outcome.figures()).as("figures of analytics").isEqualTo(Map.of("CLOSED", number));
        softly.assertThat(outcome.failures()).as("answers 500").isZero();
        softly.assertAll();
        assertOrder();
    }

    private void assertOrder() throws InterruptedException {
        LogOrder log = LogOrder.read(mesh.addresses().kafka());
        MeshClient client = new MeshClient(mesh.addresses(), Duration.ofSeconds(30));
        String auditor = new Tokens(TokenMint.in(mesh.data().keys())).ofProvince(Roles.AUDITOR);
        for (UUID ticket : outcome.book().tickets()) {
            assertThat(LogOrder.timeline(client, auditor, ticket)).isEqualTo(List.copyOf(log.events(ticket)));
            assertThat(log.saysWhatWasSeen(ticket)).isTrue();
        }
    }
}
