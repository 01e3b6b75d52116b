package org.chuishao.analytics.cockpit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;

/** Many who ask at the very same moment, each on a connection of his own. */
public final class Crowd implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<CompletableFuture<HttpResponse<InputStream>>> asked;

    public Crowd(String base, String path, Stream<Bearer> all) {
        List<HttpRequest> requests = all.map(who -> HttpRequest.newBuilder(URI.create(base + "api/v1" + path))
                        .header(
                                "Authorization",
                                "Bearer " + Mesh.shared().mint().token(who))
                        .build())
                .toList();
        asked = requests.stream()
                .map(request -> http.sendAsync(request, BodyHandlers.ofInputStream()))
                .toList();
    }

    /** Whose answer has begun. */
    public List<HttpResponse<InputStream>> answered() {
        return asked.stream()
                .filter(it -> it.isDone() && !it.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
    }

    /** Of these the ones with this status. */
    public List<HttpResponse<InputStream>> answered(int status) {
        return answered().stream().filter(it -> it.statusCode() == status).toList();
    }

    /** They hang up. */
    @Override
    public void close() {
        answered().forEach(it -> {
            try {
                it.body().close();
            } catch (IOException e) {
                throw new IllegalStateException("cannot hang up", e);
            }
        });
    }
}
