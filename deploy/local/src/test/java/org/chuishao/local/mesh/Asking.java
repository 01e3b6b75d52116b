package org.chuishao.local.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.testkit.TokenMint;
import org.jspecify.annotations.Nullable;

/** Asks a mesh's services, each time as somebody else. */
record Asking(HttpClient http, TemporaryMesh mesh, TokenMint mint) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Asking of(TemporaryMesh mesh) throws IOException {
        return new Asking(
                HttpClient.newHttpClient(), mesh, TokenMint.in(mesh.data().keys()));
    }

    HttpResponse<String> send(Endpoint endpoint, Asker asker, String path, @Nullable JsonNode body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(endpoint, asker, path)
                .timeout(PATIENCE)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (endpoint.piece()) {
            request.header("Content-Type", Endpoint.BYTES)
                    .header("Upload-Offset", "0")
                    .method(endpoint.method(), BodyPublishers.ofByteArray(new byte[10]));
        } else {
            request.header("Content-Type", "application/json")
                    .method(
                            endpoint.method(),
                            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Opens a stream of events. */
    Ear listen(Endpoint endpoint, Asker asker) {
        Ear ear = new Ear(asker, endpoint);
        HttpRequest request = request(endpoint, asker, endpoint.path())
                .header("Accept", "text/event-stream")
                .build();
        http.sendAsync(request, response -> ear.answered(response.statusCode()));
        return ear;
    }

    private HttpRequest.Builder request(Endpoint endpoint, Asker asker, String path) {
        return HttpRequest.newBuilder(URI.create(mesh.addresses().of(endpoint.service()) + path))
                .header("Authorization", "Bearer " + mint.token(asker.bearer()));
    }
}
