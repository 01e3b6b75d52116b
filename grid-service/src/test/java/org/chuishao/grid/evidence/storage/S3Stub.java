package org.chuishao.grid.evidence.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Behaves like S3 as far as one object goes: PUT, GET and DELETE on /bucket/key, for those who sign. */
final class S3Stub implements AutoCloseable {

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final Map<String, String> types = new ConcurrentHashMap<>();
    private final HttpServer server;

    S3Stub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        String signature = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
        byte[] body = call.getRequestBody().readAllBytes();
        if (!signature.startsWith("AWS4-HMAC-SHA256 Credential=me/")) {
            answer(call, 403, error("AccessDenied"));
            return;
        }
        switch (call.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, body);
                types.put(path, call.getRequestHeaders().getFirst("Content-Type"));
                answer(call, 200, new byte[0]);
            }
            case "GET" -> {
                byte[] found = objects.get(path);
                answer(call, found == null ? 404 : 200, found == null ? error("NoSuchKey") : found);
            }
            case "DELETE" -> {
                objects.remove(path);
                answer(call, 204, new byte[0]);
            }
            default -> answer(call, 405, new byte[0]);
        }
    }

    private static byte[] error(String code) {
        return ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>").getBytes(UTF_8);
    }

    private static void answer(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
