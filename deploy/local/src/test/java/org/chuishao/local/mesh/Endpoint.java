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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a service as its OpenAPI document has it.
 *
 * @param body the least that the document lets through; null where it takes none
 * @param piece it takes the next bytes of a file
 * @param stream it answers with server-sent events
 */
record Endpoint(
        Service service,
        String method,
        String path,
        @Nullable JsonNode body,
        boolean piece,
        boolean stream) {

    static final String BYTES = "application/offset+octet-stream";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;

    /** What a body may name of a place, though it need not. */
    private static final Set<String> NAMED = Set.of("ticket", "assignment", "whistle");

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
        JsonNode taken = operation.getValue().path("requestBody").path("content");
        JsonNode schema = taken.path("application/json");
        JsonNode body = schema.isMissingNode() ? null : least(schema.path("schema"), document, 0);
        boolean stream = operation
                .getValue()
                .path("responses")
                .path("200")
                .path("content")
                .has("text/event-stream");
        return new Endpoint(service, operation.getKey().toUpperCase(Locale.ROOT), path, body, taken.has(BYTES), stream);
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
                    JsonNode properties = schema.path("properties");
                    Stream.concat(
                                    StreamSupport.stream(schema.path("required").spliterator(), false)
                                            .map(JsonNode::asText),
                                    NAMED.stream().filter(properties::has))
                            .distinct()
                            .forEach(name -> object.set(name, least(properties.path(name), document, depth + 1)));
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

    /** The body about a place; null where none of the place's ids has room in it. */
    @Nullable
    JsonNode bodyAbout(Spot spot) {
        if (body == null) {
            return null;
        }
        JsonNode about = body.deepCopy();
        name(about, spot);
        return about.equals(body) ? null : about;
    }

    private static void name(JsonNode node, Spot spot) {
        node.forEach(inner -> name(inner, spot));
        if (node instanceof ObjectNode object) {
            Map<String, String> ids = Map.of(
                    "ticket", spot.ticket().toString(), "assignment", spot.assignment(), "whistle", spot.whistle());
            ids.forEach((field, id) -> {
                if (object.path(field).isTextual()) {
                    object.put(field, id);
                }
            });
        }
    }

    boolean takesIds() {
        return path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + service.title() + path;
    }
}
