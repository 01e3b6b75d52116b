package org.chuishao.analytics.cockpit;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;

/** Who asks the cockpit's endpoints. */
public final class Asks {

    public static final Duration SOON = Duration.ofSeconds(60);

    private Asks() {}

    public static Bearer analyst(String region) {
        return Bearer.of("analyst").regions(region);
    }

    public static Bearer unit(String id) {
        return Bearer.of("unit").unit(id);
    }

    public static ValidatableResponse ask(Bearer who, String path) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(who))
                .get("/api/v1" + path)
                .then();
    }
}
