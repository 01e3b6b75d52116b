package org.chuishao.bench.accept;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chuishao.local.Addresses;
import org.chuishao.local.Service;
import org.chuishao.local.replay.client.EventStream;

/** A supervisor's stream of the whole province: when each ticket came into an inbox. */
final class Inboxes implements AutoCloseable {

    private final Map<UUID, Long> reachedAt = new ConcurrentHashMap<>();
    private final EventStream stream;

    Inboxes(Addresses addresses, String token) {
        stream = EventStream.open(URI.create(addresses.of(Service.GRID) + "/api/v1/inbox/stream"), token, this::hear);
    }

    Map<UUID, Long> reachedAt() {
        return reachedAt;
    }

    @Override
    public void close() {
        stream.close();
    }

    private void hear(JsonNode event) {
        if (event.hasNonNull("ticket")) {
            reachedAt.putIfAbsent(UUID.fromString(event.path("ticket").asText()), System.nanoTime());
        }
    }
}
