package org.chuishao.mesh.clock;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ClockLivenessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ClockFixture clocks;

    @Test
    void anEngineThatGetsNothingDoneWhileTheDatabaseAnswersIsNotLive() {
        await().atMost(PATIENCE).until(() -> status().equals("UP"));
        clocks.asOwner("revoke select on deadline from grid_reader");
        try {
            await().atMost(PATIENCE).until(() -> status().equals("DOWN"));
        } finally {
            clocks.asOwner("grant select on deadline to grid_reader");
        }
        await().atMost(PATIENCE).until(() -> status().equals("UP"));
    }

    private static String status() {
        return JsonPath.from(given().get("/q/health/live").asString())
                .getString("checks.find { it.name == 'clock' }.status");
    }
}
