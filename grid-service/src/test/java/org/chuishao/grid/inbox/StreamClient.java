package org.chuishao.grid.inbox;

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
import org.chuishao.grid.log.Callers;
import org.chuishao.testkit.Bearer;

/** A client of the inbox stream that keeps the lines it got. */
public final class StreamClient implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;

    public StreamClient(String base, Bearer bearer) throws Exception {
        response = http.send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/inbox/stream"))
                        .header("Authorization", "Bearer " + Callers.token(bearer))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        reader.submit(() -> response.body().forEach(lines::add));
    }

    public int status() {
        return response.statusCode();
    }

    /** The lines up to and with the first that begins so. */
    public List<String> until(String beginning, Duration patience) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        long end = System.nanoTime() + patience.toNanos();
        String line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        while (line != null) {
            seen.add(line);
            if (line.startsWith(beginning)) {
                return seen;
            }
            line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        throw new AssertionError("no line begins with " + beginning + ": " + seen);
    }

    /** What has come and was not asked for yet. */
    public List<String> heard() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        response.body().close();
        reader.shutdownNow();
    }
}
