package org.chuishao.routing.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An endpoint that is as strict as DeepSeek's, with blank lines before its answers: it refuses a wrong key, a schema, and a
 * prompt that does not ask for JSON. What it answers is told by a word that stands in the ticket.
 */
final class StubModel implements AutoCloseable {

    static final String KEY = "stub-key";

    /** One answer to the request that is the nth about its word. */
    interface Behaviour {
        void answer(HttpExchange exchange, int nth) throws IOException;
    }

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StubModel(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    StubModel on(String word, Behaviour behaviour) {
        behaviours.put(word, behaviour);
        return this;
    }

    /** The requests about tickets that hold a word. */
    List<String> about(String word) {
        return bodies.stream().filter(body -> body.contains(word)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            bodies.add(body);
            String complaint = complaint(exchange, json.readTree(body));
            if (complaint != null) {
                send(exchange, 400, json.writeValueAsString(Map.of("error", Map.of("message", complaint))));
                return;
            }
            for (Map.Entry<String, Behaviour> known : behaviours.entrySet()) {
                if (body.contains(known.getKey())) {
                    known.getValue().answer(exchange, about(known.getKey()).size());
                    return;
                }
            }
            says("{\"category\":\"OTHER\"}").answer(exchange, 1);
        }
    }

    private static String complaint(HttpExchange exchange, JsonNode request) {
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return "Authentication Fails";
        }
        if (!request.at("/response_format/type").asText().equals("json_object")) {
            return "This response_format type is unavailable now";
        }
        if (!request.at("/messages").toString().toLowerCase(Locale.ROOT).contains("json")) {
            return "Prompt must contain the word 'json'";
        }
        boolean fits = exchange.getRequestMethod().equals("POST")
                && request.at("/temperature").asInt(-1) == 0
                && request.at("/max_tokens").asInt() > 0
                && request.at("/model").asText().equals("stub-chat");
        return fits ? null : "Model Not Exist";
    }

    /** A chat completion whose message is that. */
    Behaviour says(String content) {
        return (exchange, nth) -> send(
                exchange,
                200,
                "\n\n"
                        + json.writeValueAsString(Map.of(
                                "id", "1",
                                "object", "chat.completion",
                                "model", "stub-chat",
                                "choices",
                                        List.of(Map.of(
                                                "index",
                                                0,
                                                "finish_reason",
                                                "stop",
                                                "message",
                                                Map.of("role", "assistant", "content", content))),
                                "usage", Map.of("prompt_tokens", 70, "completion_tokens", 7, "total_tokens", 77))));
    }

    Behaviour fails(int status, String... headers) {
        return (exchange, nth) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, "{\"error\":{\"message\":\"no\"}}");
        };
    }

    /** That first, then the other. */
    static Behaviour first(Behaviour before, Behaviour after) {
        return (exchange, nth) -> (nth == 1 ? before : after).answer(exchange, nth);
    }

    /** Takes the request and says nothing. */
    Behaviour stalls() {
        return (exchange, nth) -> await();
    }

    /** Begins to answer and says no more. */
    Behaviour trickles() {
        return (exchange, nth) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"choices\":".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            await();
        };
    }

    /** Never ends, until whoever reads hangs up. */
    Behaviour floods() {
        return (exchange, nth) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = " ".repeat(8_192).getBytes(UTF_8);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < 100_000; i++) {
                out.write(part);
            }
        };
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
