package org.chuishao.local.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a service as its OpenAPI document has it.
 *
 * @param body the least that the document lets through; null where it takes none
 */
record Endpoint(
        Service service,
        String method,
        String path,
        @Nullable JsonNode body) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;

    static List<Endpoint> all(TemporaryMesh mesh) throws IOException, InterruptedException {
        List<Endpoint> all = new ArrayList<>();
        for (Service service : Service.values()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(mesh.addresses().of(service) + "/q/openapi?format=json"))
                    .build();
            JsonNode document = new ObjectMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body());
            document.path("paths").fields().forEachRemaining(path -> path.getValue()
                    .fields()
                    .forEachRemaining(operation -> all.add(of(service, path.getKey(), operation, document))));
        }
        return all;
    }

    private static Endpoint of(Service service, String path, Map.Entry<String, JsonNode> operation, JsonNode document) {
        JsonNode schema =
                operation.getValue().path("requestBody").path("content").path("application/json");
        JsonNode body = schema.isMissingNode() ? null : least(schema.path("schema"), document, 0);
        return new Endpoint(service, operation.getKey().toUpperCase(Locale.ROOT), path, body);
    }

    /** What has to be there and nothing else, each by its type. */
    private static JsonNode least(JsonNode given, JsonNode document, int depth) {
        JsonNode schema = resolved(given, document);
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("allOf")) {
            return least(schema.path("allOf").path(0), document, depth);
        }
        return switch (type(schema)) {
            case "object" -> {
                ObjectNode object = JSON.objectNode();
                if (depth < DEEPEST) {
                    schema.path("required")
                            .forEach(name -> object.set(
                                    name.asText(),
                                    least(schema.path("properties").path(name.asText()), document, depth + 1)));
                }
                yield object;
            }
            case "array" -> JSON.arrayNode().add(least(schema.path("items"), document, depth + 1));
            case "boolean" -> JSON.booleanNode(true);
            case "integer", "number" ->
                JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            default -> JSON.textNode(text(schema.path("format").asText()));
        };
    }

    private static JsonNode resolved(JsonNode schema, JsonNode document) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> new UUID(0, 1).toString();
            case "date" -> "2030-01-02";
            case "date-time" -> "2030-01-02T10:00:00+08:00";
            default -> "不属本单位";
        };
    }

    boolean takesIds() {
        return path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + service.title() + path;
    }
}
