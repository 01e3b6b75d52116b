package org.chuishao.grid.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A provider of all channels on loopback: it takes every message, and its phones are switched off, so that receipts come
 * only from the tests. What the service posted is shared by a property, since tests and resources are loaded apart.
 */
public final class PhoneCompany implements QuarkusTestResourceLifecycleManager {

    private static final String TAKEN = "chuishao.test.messages";
    private static final String DOWN = "chuishao.test.down";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", PhoneCompany::take);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return Map.of(
                "chuishao.notification.push.url",
                url + "PUSH",
                "chuishao.notification.push.secret",
                "push",
                "chuishao.notification.sms.url",
                url + "SMS",
                "chuishao.notification.sms.secret",
                "sms",
                "chuishao.notification.voice.url",
                url + "VOICE",
                "chuishao.notification.voice.secret",
                "voice");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** The channel answers 500 from now on; none does where it is null. */
    static void down(String channel) {
        System.setProperty(DOWN, channel);
    }

    /** What it was given about a ticket, by the ticket's number. */
    static List<JsonNode> messages(String number) {
        return all().stream()
                .map(PhoneCompany::json)
                .filter(it -> it.path("number").asText().equals(number))
                .toList();
    }

    @SuppressWarnings("unchecked") // only this class writes it
    private static Queue<String> all() {
        return (Queue<String>)
                System.getProperties().computeIfAbsent(TAKEN, key -> new ConcurrentLinkedQueue<String>());
    }

    private static void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        all().add(body);
        boolean down = exchange.getRequestURI().getPath().equals("/" + System.getProperty(DOWN, ""));
        exchange.sendResponseHeaders(down ? 500 : 202, -1);
        exchange.close();
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
