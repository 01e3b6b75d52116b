package org.chuishao.mesh.scope;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A token is verified once, and is nobody's any more when it ends. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class VerifiedTokensTest {

    private static final Bearer OPS = Bearer.of("ops").regions("21");

    @Inject
    VerifiedTokens tokens;

    @Test
    void aTokenThatIsUsedAgainIsRememberedWithItsRoles() {
        String token = Mesh.shared().mint().token(OPS);
        String agent = Mesh.shared().mint().token(Bearer.of("agent").regions("21"));
        long before = tokens.remembered();

        assertThat(status(token)).isEqualTo(200);
        assertThat(status(agent)).isEqualTo(403);
        assertThat(tokens.remembered()).as("both are new").isEqualTo(before);

        assertThat(status(token)).isEqualTo(200);
        assertThat(status(agent)).isEqualTo(403);
        assertThat(tokens.remembered()).isEqualTo(before + 2);
    }

    @Test
    void aTokenThatEndsWhileItIsRememberedIsRefused() {
        String token = Mesh.shared().mint().token(OPS, Duration.ofSeconds(12));
        long before = tokens.remembered();
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(200);
        assertThat(tokens.remembered()).isEqualTo(before + 1);
        // sooner than what is remembered goes by itself
        await().atMost(Duration.ofSeconds(25)).until(() -> status(token) == 401);
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/probe/secret")
                .statusCode();
    }
}
