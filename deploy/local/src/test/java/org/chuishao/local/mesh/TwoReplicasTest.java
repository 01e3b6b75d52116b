package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.chuishao.local.TemporaryMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two instances of every service share the work, and one of some of them is killed. */
@Timeout(600)
class TwoReplicasTest {

    private static final int TICKETS = 60;

    @Test
    void twoInstancesOfEachServiceLoseAndDoubleNothing() throws IOException, InterruptedException {
        try (TemporaryMesh mesh = TemporaryMesh.start(SharedMesh.PROJECT, 2)) {
            Arrived arrived = Journey.of("replicas", MadeUp.messages(TICKETS))
                    .rate(5)
                    .killing("grid", "intake-2", "routing")
                    .through(mesh);

            assertThat(arrived.told())
                    .filteredOn(line -> line.startsWith("kill -9"))
                    .hasSize(3)
                    .allMatch(line -> line.contains("ready again"));
            arrived.assertWhole(TICKETS);
        }
    }
}
