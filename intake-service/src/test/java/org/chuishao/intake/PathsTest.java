package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Intake.MESH;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.PathTricks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets",
                "/api/v1/tickets/0193f4b0-0000-7000-8000-000000000000",
                "/api/v1/tickets/0193f4b0-0000-7000-8000-000000000000/timeline",
                "/api/v1/events",
                "/api/v1/caller-notices",
                "/api/v1/ops/parked"
            })
    void noSpellingGetsInWithoutARole(String path) {
        URI server = URI.create("http://localhost:" + RestAssured.port);
        assertThat(PathTricks.statuses(server, path, null).values()).isSubsetOf(400, 401, 404);

        String worker = MESH.mint().token(Bearer.of("grid-worker").regions("21").worker("W-1"));
        assertThat(PathTricks.statuses(server, path, worker).values()).isSubsetOf(400, 403, 404);
    }
}
