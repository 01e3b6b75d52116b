package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.chuishao.local.Service;
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

    private static final int FRAMES = 20;

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
        softly.assertThat(outcome.failures()).as("answers 500: %s", incidents()).isZero();
        softly.assertAll();
        assertOrder();
    }

    /** What the services wrote about them, with the first frames of each. */
    private List<String> incidents() {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            Path log = mesh.data().logs().resolve(service.title() + ".log");
            try (Stream<String> lines = Files.lines(log)) {
                List<String> all = lines.toList();
                for (int i = 0; i < all.size(); i++) {
                    if (all.get(i).contains("Internal error")) {
                        found.addAll(all.subList(i, Math.min(all.size(), i + FRAMES)));
                    }
                }
            } catch (IOException e) {
                found.add(log + ": " + e);
            }
        }
        return found;
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
