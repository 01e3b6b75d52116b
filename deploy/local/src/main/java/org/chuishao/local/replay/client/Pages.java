package org.chuishao.local.replay.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.chuishao.local.Service;

/** Reads a list to its end, page by page. */
public final class Pages {

    private Pages() {}

    /** @param path with its query, without {@code cursor} */
    public static void each(MeshClient client, Service service, String path, String token, Consumer<JsonNode> item)
            throws InterruptedException {
        each(client, service, path, token, item, () -> true);
    }

    /** @param more asked after each page whether the next one is wanted */
    public static void each(
            MeshClient client,
            Service service,
            String path,
            String token,
            Consumer<JsonNode> item,
            BooleanSupplier more)
            throws InterruptedException {
        String cursor = "";
        do {
            Answer page = client.send(Call.get(service, path + cursor, token));
            if (!page.ok()) {
                throw new IllegalStateException(
                        service.title() + ' ' + path + ": " + page.status() + ' ' + page.body());
            }
            page.body().path("items").forEach(item);
            String next = page.body().path("next").asText("");
            cursor = next.isEmpty() || next.equals("null")
                    ? ""
                    : (path.contains("?") ? "&" : "?") + "cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty() && more.getAsBoolean());
    }
}
