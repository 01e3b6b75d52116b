package org.chuishao.local.replay.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Listens to server-sent events and connects again whenever the stream breaks. What it missed, nobody tells it. */
public final class EventStream implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final long PAUSE_MILLIS = 200;
    private static final String DATA = "data:";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final HttpRequest request;
    private final Consumer<JsonNode> heard;
    private final Thread thread;

    private EventStream(URI address, String token, Consumer<JsonNode> heard) {
        request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        this.heard = heard;
        thread = new Thread(this::listen, "stream-" + address.getPort());
        thread.setDaemon(true);
    }

    /** Starts to listen; {@code heard} gets the data of each event, on the stream's own thread. */
    public static EventStream open(URI address, String token, Consumer<JsonNode> heard) {
        EventStream stream = new EventStream(address, token, heard);
        stream.thread.start();
        return stream;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void listen() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                listenOnce();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenOnce() throws InterruptedException {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() == 200) {
                    read(lines);
                }
            }
        } catch (IOException e) {
            // The service is away; the sweep that every listener has beside the stream covers the gap.
            Thread.yield();
        }
    }

    private void read(BufferedReader lines) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DATA)) {
                data.append(line.substring(DATA.length()).strip());
            } else if (line.isEmpty() && data.length() > 0) {
                tell(data.toString());
                data.setLength(0);
            }
        }
    }

    private void tell(String data) {
        try {
            heard.accept(json.readTree(data));
        } catch (JsonProcessingException e) {
            // A keep-alive that is no JSON.
            Thread.onSpinWait();
        }
    }
}
