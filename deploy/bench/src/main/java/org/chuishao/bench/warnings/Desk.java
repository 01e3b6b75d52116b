package org.chuishao.bench.warnings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.bench.warnings.match.Raised;
import org.chuishao.bench.warnings.plant.Network;
import org.chuishao.bench.warnings.world.Period;
import org.chuishao.local.Addresses;
import org.chuishao.local.Service;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.jspecify.annotations.Nullable;

/** An analyst's desk: makes networks known, and reads what analytics counts and warns of. */
final class Desk {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WARNINGS = "/api/v1/warnings";
    private static final int A_PAGE = 200;

    /** What is decided by the end of a case may be decided after the last day. */
    private static final int DAYS_AFTER = 20;

    private final Period period = new Period();
    private final MeshClient client;
    private final String token;

    Desk(Addresses addresses, String token) {
        client = new MeshClient(addresses, PATIENCE);
        this.token = token;
    }

    void makeKnown(Network network) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", network.name()).put("line", network.line()).put("region", network.region());
        ArrayNode reaches = body.putArray("reaches");
        for (Network.Reach reach : network.reaches()) {
            ObjectNode one = reaches.addObject().put("region", reach.region());
            if (reach.estate() != null) {
                one.putArray("names").add(reach.estate());
            }
        }
        ok(new Call("PUT", Service.ANALYTICS, "/api/v1/networks/" + network.code(), token, null, body));
    }

    /** How many tickets the figures count. */
    long tickets() throws InterruptedException {
        return get("/api/v1/figures?level=province&by=state").path("total").asLong();
    }

    /** All warnings as the list has them; two readings are the same when nothing was raised, joined or moved between them. */
    List<JsonNode> list() throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get(WARNINGS + "?region=21&limit=" + A_PAGE + "&from=" + period.day(0) + "&to="
                    + period.day(Period.DAYS + DAYS_AFTER) + next);
            page.path("items").forEach(all::add);
            next = page.path("next").isTextual()
                    ? "&after=" + URLEncoder.encode(page.path("next").asText(), UTF_8)
                    : "";
        } while (!next.isEmpty());
        return all;
    }

    /** A warning with its evidence. */
    Raised whole(JsonNode listed) throws InterruptedException {
        String id = listed.path("id").asText();
        Instant at = instant(listed, "at");
        Instant decidingAt = at;
        Set<UUID> evidence = new HashSet<>();
        for (JsonNode one : get(WARNINGS + '/' + id).path("evidence")) {
            evidence.add(UUID.fromString(one.path("ticket").asText()));
            decidingAt = one.path("deciding").asBoolean() ? instant(one, "at") : decidingAt;
        }
        return new Raised(
                id,
                listed.path("rule").asText(),
                listed.path("state").asText(),
                listed.path("region").asText(),
                text(listed, "category"),
                text(listed, "network"),
                at,
                decidingAt,
                instant(listed, "lastAt"),
                evidence);
    }

    private JsonNode get(String path) throws InterruptedException {
        return ok(Call.get(Service.ANALYTICS, path, token));
    }

    private JsonNode ok(Call call) throws InterruptedException {
        Answer answer = client.send(call);
        if (!answer.ok()) {
            throw new IllegalStateException(call + ": " + answer.status() + ' ' + answer.body());
        }
        return answer.body();
    }

    private static Instant instant(JsonNode item, String field) {
        return OffsetDateTime.parse(item.path(field).asText()).toInstant();
    }

    private static @Nullable String text(JsonNode item, String field) {
        return item.path(field).isTextual() ? item.path(field).asText() : null;
    }
}
