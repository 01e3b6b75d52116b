package org.chuishao.bench.accept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chuishao.routing.category.Tsv;

/**
 * A model that routing has learnt from the product's own phrases, in use: each ticket is read by the sentence model before the
 * rules decide. It is given no line, so that the tickets go where they go without it.
 */
final class LearntModel {

    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final long PAUSE_MILLIS = 500;
    private static final int MOST_PAUSES = 600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI models;
    private final String token;

    LearntModel(URI routing, String token) {
        this.models = routing.resolve("/api/v1/models");
        this.token = token;
    }

    void use() throws IOException, InterruptedException {
        String id = send(
                        ACCEPTED,
                        request(models)
                                .header("Content-Type", "text/tab-separated-values")
                                .POST(BodyPublishers.ofString(phrases())))
                .path("id")
                .asText();
        URI model = URI.create(models + "/" + id);
        for (int i = 0; !send(OK, request(model)).path("state").asText().equals("READY"); i++) {
            if (i == MOST_PAUSES) {
                throw new IllegalStateException("the model has not learnt: " + send(OK, request(model)));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        send(
                OK,
                request(URI.create(model + "/promotion"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"reason\":\"bench\"}")));
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(int expected, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static String phrases() {
        StringBuilder file = new StringBuilder("id\tlabel\ttitle\tbody\n");
        Tsv.read(
                "/routing/phrases.tsv",
                2,
                row -> file.append(String.join(
                                "\t", List.of(Integer.toString(file.length()), row.text(0), row.text(1), row.text(1)))
                        + '\n'));
        return file.toString();
    }
}
