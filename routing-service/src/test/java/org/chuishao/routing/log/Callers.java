package org.chuishao.routing.log;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;

/** Who calls the API in these tests. */
public final class Callers {

    private Callers() {}

    /** With a new idempotency key. */
    public static RequestSpecification as(Bearer bearer) {
        return as(bearer, UUID.randomUUID().toString());
    }

    public static RequestSpecification as(Bearer bearer, String idempotencyKey) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(bearer))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", idempotencyKey);
    }

    public static Bearer dispatcher(String region) {
        return Bearer.of("dispatcher").subject("dispatcher-" + region).regions(region);
    }

    public static Bearer ops() {
        return Bearer.of("ops").regions("21");
    }
}
