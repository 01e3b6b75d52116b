package org.chuishao.grid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Whoever integrates by the OpenAPI document finds what each call is for and what it answers. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class OpenApiTest {

    private static final List<String> METHODS = List.of("get", "post");
    private static final String OF_ALL_SERVICES = "/api/v1/ops/";

    @Test
    void eachCallSaysWhatItIsForAndWhatItAnswers() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString())
                .get("paths");

        assertThat(paths.properties()).extracting(Map.Entry::getKey).contains("/api/v1/assignments/{id}/signatures");
        paths.properties().stream()
                .filter(path -> !path.getKey().startsWith(OF_ALL_SERVICES))
                .forEach(path -> METHODS.forEach(method -> {
                    JsonNode call = path.getValue().path(method);
                    if (!call.isMissingNode()) {
                        assertThat(call.path("summary").asText())
                                .as(path.getKey())
                                .isNotBlank();
                        assertThat(call.path("tags")).as(path.getKey()).isNotEmpty();
                        assertThat(success(call).path("content"))
                                .as(path.getKey())
                                .isNotEmpty();
                    }
                }));
    }

    private static JsonNode success(JsonNode call) {
        JsonNode responses = call.path("responses");
        return responses.has("201") ? responses.get("201") : responses.path("200");
    }
}
