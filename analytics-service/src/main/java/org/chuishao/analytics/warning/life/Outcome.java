package org.chuishao.analytics.warning.life;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.analytics.warning.life.Finding.Evidence;

/** What is to be written of a batch of findings, as rows by the names of their columns. */
final class Outcome {

    private final JsonArray raised = new JsonArray();
    private final JsonArray tickets = new JsonArray();
    private final JsonArray nodes = new JsonArray();
    private final Map<UUID, Episode> changed = new LinkedHashMap<>();
    private final Instant now;

    Outcome(Instant now) {
        this.now = now;
    }

    void raise(Episode episode, Finding finding, UUID deciding) {
        raised.add(new JsonObject()
                .put("id", episode.id().toString())
                .put("rule", finding.rule().name())
                .put("scope", finding.scope())
                .put("level", finding.level().name())
                .put("state", episode.state().name())
                .put("region", finding.region())
                .put("category", finding.category())
                .put("network", finding.network())
                .put("deciding", deciding.toString())
                .put("least", finding.least())
                .put("at", episode.at().toString())
                .put("raised_at", now.toString())
                .put("first_at", episode.firstAt().toString())
                .put("last_at", episode.lastAt().toString())
                .put("tickets", 0)
                .put("people", 0));
        node(episode, "RAISED");
        changed.put(episode.id(), episode);
    }

    void change(Episode episode) {
        changed.put(episode.id(), episode);
    }

    /** @param byMeaning it was filed as something else than the warning is about */
    void join(Episode episode, Evidence evidence, boolean byMeaning) {
        tickets.add(new JsonObject()
                .put("warning", episode.id().toString())
                .put("ticket_id", evidence.ticket().toString())
                .put("region", evidence.region())
                .put("at", evidence.at().toString())
                .put("by_meaning", byMeaning));
    }

    void node(Episode episode, String type) {
        nodes.add(new JsonObject()
                .put("warning", episode.id().toString())
                .put("at", now.toString())
                .put("type", type)
                .put("level", episode.level().name())
                .put("role", "service")
                .put("actor", "analytics"));
    }

    /** What others hear of: each node, by its type in small letters. */
    List<Tell.Told> told() {
        return nodes.stream()
                .map(JsonObject.class::cast)
                .map(node -> new Tell.Told(
                        UUID.fromString(node.getString("warning")),
                        node.getString("type").toLowerCase(Locale.ROOT)))
                .toList();
    }

    Set<UUID> warnings() {
        return changed.keySet();
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    String raised() {
        return raised.encode();
    }

    String tickets() {
        return tickets.encode();
    }

    String nodes() {
        return nodes.encode();
    }

    String changed() {
        JsonArray rows = new JsonArray();
        changed.values()
                .forEach(episode -> rows.add(new JsonObject()
                        .put("id", episode.id().toString())
                        .put("level", episode.level().name())
                        .put("state", episode.state().name())
                        .put("at", episode.at().toString())
                        .put("first_at", episode.firstAt().toString())
                        .put("last_at", episode.lastAt().toString())));
        return rows.encode();
    }
}
