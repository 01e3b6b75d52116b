package org.chuishao.analytics.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.jspecify.annotations.Nullable;

/** A client of the live line that keeps the lines of text it got. */
final class LiveClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;

    LiveClient(String base, Bearer bearer, String region, @Nullable String after) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1/live?region=" + region))
                .header("Authorization", "Bearer " + Mesh.shared().mint().token(bearer))
                .header("Accept", "text/event-stream");
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        response = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        reader.submit(() -> response.body().forEach(lines::add));
    }

    int status() {
        return response.statusCode();
    }

    /** It hears from here on. */
    LiveClient listening() throws InterruptedException {
        until(":");
        return this;
    }

    /** The lines of text up to and with the first that holds this. */
    List<String> until(String part) throws InterruptedException {
        return untilAll(part);
    }

    /** The lines of text until each of these was in one: what happens to different tickets comes in any order. */
    List<String> untilAll(String... parts) throws InterruptedException {
        List<String> missing = new ArrayList<>(List.of(parts));
        List<String> seen = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        String line = lines.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        while (line != null) {
            seen.add(line);
            missing.removeIf(line::contains);
            if (missing.isEmpty()) {
                return seen;
            }
            line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        throw new AssertionError("no line holds " + missing + ": " + seen);
    }

    @Override
    public void close() {
        response.body().close();
        reader.shutdownNow();
    }
}
