package org.chuishao.mesh.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.PathTricks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PathTricksTest {

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {"/probe/secret", "/probe/forgotten", "/probe/list"})
    void noSpellingOfAPathOpensItWithoutAToken(String path) {
        assertThat(PathTricks.statuses(server, path, null).values()).isSubsetOf(400, 401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/secret", "/probe/forgotten"})
    void noSpellingOfAPathOpensItToAnotherRole(String path) {
        String agent = Mesh.shared().mint().token(Bearer.of("agent").regions("21"));

        assertThat(PathTricks.statuses(server, path, agent).values()).isSubsetOf(400, 403, 404);
    }

    @Test
    void theSpellingsReachTheEndpointForThoseWhoMay() {
        String ops = Mesh.shared().mint().token(Bearer.of("ops").regions("21"));

        assertThat(PathTricks.statuses(server, "/probe/secret", ops))
                .as("else the tests above would prove nothing")
                .containsEntry("/probe/secret", 200)
                .containsEntry("/probe/secret;x", 200)
                .containsEntry("/probe//secret", 200);
    }
}
