package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.local.TemporaryMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tickets go their whole way while every process of the mesh is killed in the middle. Without the inbox events are told
 * twice, without the outbox tickets stop on their way.
 */
@ExtendWith(SharedMesh.class)
@Timeout(600)
class KilledMeshTest {

    private static final int TICKETS = Integer.getInteger("chuishao.mesh.tickets", 150);

    @Test
    void nothingIsLostOrDoneTwiceWhateverIsKilled(TemporaryMesh mesh) throws InterruptedException {
        Arrived arrived = Journey.of("killed", MadeUp.messages(TICKETS))
                .rate(10)
                .killing("intake", "routing", "kafka", "grid", "postgres", "analytics")
                .through(mesh);

        assertThat(arrived.told())
                .filteredOn(line -> line.startsWith("kill -9"))
                .hasSize(6)
                .allMatch(line -> line.contains("ready again"));
        arrived.assertWhole(TICKETS);
    }
}
