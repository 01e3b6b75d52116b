package org.chuishao.grid.log;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;

/** Who calls the API in these tests. */
public final class Callers {

    private Callers() {}

    public static RequestSpecification as(Bearer bearer) {
        return given().auth().oauth2(token(bearer)).contentType(ContentType.JSON);
    }

    public static String token(Bearer bearer) {
        return Mesh.shared().mint().token(bearer);
    }

    public static Bearer worker(String id) {
        return Bearer.of("grid-worker").subject("s-" + id).worker(id);
    }

    public static Bearer unit(String id) {
        return Bearer.of("unit").subject("s-" + id).unit(id);
    }

    public static Bearer desk(String region) {
        return Bearer.of("duty-desk").subject("desk-" + region).regions(region);
    }

    public static Bearer supervisor(String region) {
        return Bearer.of("supervisor").subject("supervisor-" + region).regions(region);
    }
}
