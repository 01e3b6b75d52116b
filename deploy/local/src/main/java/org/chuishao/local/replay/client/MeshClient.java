package org.chuishao.local.replay.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.chuishao.local.Addresses;
import org.chuishao.local.Service;

/**
 * Sends a call until a service settles it. Where a service is away, busy or fails, the same call goes out again under
 * the same key, to the next replica. How many calls are under way is bounded by the caller's threads.
 */
public final class MeshClient {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Service, List<String>> replicas = new EnumMap<>(Service.class);
    private final long patienceNanos;
    private final AtomicInteger turn = new AtomicInteger();
    private final LongAdder again = new LongAdder();
    private final LongAdder failures = new LongAdder();

    public MeshClient(Addresses addresses, Duration patience) {
        for (Service service : Service.values()) {
            replicas.put(service, addresses.all(service));
        }
        patienceNanos = patience.toNanos();
    }

    /** Returns the settling answer: any status but 429 and 5xx. */
    public Answer send(Call call) throws InterruptedException {
        long started = System.nanoTime();
        boolean unsure = false;
        String last;
        for (int attempt = 0; ; attempt++) {
            try {
                HttpResponse<byte[]> response = http.send(request(call), BodyHandlers.ofByteArray());
                if (settles(response.statusCode())) {
                    return new Answer(response.statusCode(), body(response.body()), unsure);
                }
                unsure |= response.statusCode() != 429 && response.statusCode() != 503;
                failures.add(response.statusCode() == 500 ? 1 : 0);
                last = Integer.toString(response.statusCode());
            } catch (IOException e) {
                unsure = true;
                last = e.toString();
            }
            if (System.nanoTime() - started > patienceNanos) {
                throw new GaveUp(call, last);
            }
            again.increment();
            pause(attempt);
        }
    }

    /** How many times a call had to go out again. */
    public long again() {
        return again.sum();
    }

    /** How many answers were 500: a service failed where it should have said 503 or the like. */
    public long failures() {
        return failures.sum();
    }

    private HttpRequest request(Call call) throws JsonProcessingException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base(call.service()) + call.path()))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + call.token())
                .header("Accept", "application/json");
        if (call.key() != null) {
            request.header("Idempotency-Key", call.key());
        }
        if (call.body() == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofByteArray(json.writeValueAsBytes(call.body())))
                .build();
    }

    private String base(Service service) {
        List<String> all = replicas.getOrDefault(service, List.of());
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }

    private JsonNode body(byte[] body) throws IOException {
        return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
    }

    private static boolean settles(int status) {
        return status != 429 && status < 500;
    }

    /** Longer from try to try, and never the same for all who wait. */
    private static void pause(int attempt) throws InterruptedException {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 10));
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
