package org.chuishao.bench.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.local.Addresses;
import org.chuishao.local.Service;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;

/** An analyst's desk in a storm: confirms what is warned of, and reads what came of it. */
final class Desk {

    private static final int CONFLICT = 409;

    private final MeshClient client;
    private final String analyst;
    private final String callCentre;

    Desk(Addresses addresses, String analyst, String callCentre) {
        client = new MeshClient(addresses, Duration.ofMinutes(3));
        this.analyst = analyst;
        this.callCentre = callCentre;
    }

    /** Those of windows over places: what may be of the incident. */
    List<JsonNode> warnings(String region, String matter) throws InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode one : pages(Service.ANALYTICS, "/api/v1/warnings?limit=200&region=" + region, analyst)) {
            if (one.path("category").asText().startsWith(matter)
                    && !one.path("incident").isMissingNode()) {
                found.add(one);
            }
        }
        return found.stream().filter(one -> !one.path("incident").isNull()).toList();
    }

    /** @return whether it was still to be judged: its incident may have become part of a confirmed one */
    boolean confirm(String warning) throws InterruptedException {
        Answer answer = client.send(Call.post(
                Service.ANALYTICS,
                "/api/v1/warnings/" + warning + "/verdicts",
                analyst,
                UUID.randomUUID().toString(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("verdict", "CONFIRMED")
                        .put("reason", "热源厂故障，已核实")));
        if (!answer.ok() && answer.status() != CONFLICT) {
            throw new IllegalStateException("verdict: " + answer.status() + ' ' + answer.body());
        }
        return answer.ok();
    }

    /** What the callers of joined tickets are to be told. */
    List<JsonNode> notices() throws InterruptedException {
        return pages(Service.INTAKE, "/api/v1/caller-notices?limit=200", callCentre);
    }

    double mapMillis() throws InterruptedException {
        long start = System.nanoTime();
        get(Service.ANALYTICS, "/api/v1/heatmap?region=21&level=county", analyst);
        return (System.nanoTime() - start) / 1e6;
    }

    long counted() throws InterruptedException {
        return get(Service.ANALYTICS, "/api/v1/figures?level=province&by=state", analyst)
                .path("total")
                .asLong();
    }

    static double secondsToRaise(JsonNode warning) {
        return Duration.between(instant(warning, "at"), instant(warning, "raisedAt"))
                        .toMillis()
                / 1000.0;
    }

    private static OffsetDateTime instant(JsonNode item, String field) {
        return OffsetDateTime.parse(item.path(field).asText());
    }

    /** A list ends with no cursor, a feed with the one that was given. */
    private List<JsonNode> pages(Service service, String path, String token) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        String given;
        do {
            given = next;
            String after = given.isEmpty() ? "" : "&after=" + URLEncoder.encode(given, UTF_8);
            JsonNode page = get(service, path + after, token);
            page.path("items").forEach(all::add);
            next = page.path("next").isTextual() ? page.path("next").asText() : "";
        } while (!next.isEmpty() && !next.equals(given));
        return all;
    }

    private JsonNode get(Service service, String path, String token) throws InterruptedException {
        Answer answer = client.send(Call.get(service, path, token));
        if (!answer.ok()) {
            throw new IllegalStateException(path + ": " + answer.status() + ' ' + answer.body());
        }
        return answer.body();
    }
}
