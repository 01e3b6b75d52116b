package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.testkit.TokenMint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every role, every endpoint of every OpenAPI document, every place: what lies outside a token's scope is not shown, by no
 * id, list or search, and nothing is done to it.
 */
@ExtendWith(SharedMesh.class)
@Timeout(900)
class IsolationTest {

    private static final int CELLS = 1_000;

    /** Before anything was looked up: of no weight, but no leak. */
    private static final Set<Integer> UNREAD = Set.of(400, 405, 406, 415);

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> leaks = new ArrayList<>();
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final Set<String> shownToOwners = new TreeSet<>();

    @Test
    void nothingOutsideAScopeIsShownOrDone(TemporaryMesh mesh) throws IOException, InterruptedException {
        TokenMint mint = TokenMint.in(mesh.data().keys());
        List<Spot> spots = new ArrayList<>();
        for (String[] place : Asker.PLACES) {
            spots.add(Spot.at(
                    mesh,
                    place[0],
                    place[1],
                    "记号" + UUID.randomUUID().toString().substring(0, 8)));
        }
        int cells = 0;
        for (Endpoint endpoint : Endpoint.all(mesh)) {
            for (Asker asker : Asker.all()) {
                cells += endpoint.takesIds()
                        ? byId(mesh, mint, endpoint, asker, spots)
                        : list(mesh, mint, endpoint, asker, spots);
            }
        }
        System.out.printf("%d cells, by status %s; shown to owners: %s%n", cells, byStatus, shownToOwners);
        assertThat(leaks).isEmpty();
        assertThat(REFUSED.stream()
                        .mapToInt(status -> byStatus.getOrDefault(status, 0))
                        .sum())
                .as("cells that were refused for whose they are")
                .isGreaterThan(CELLS);
        assertThat(shownToOwners)
                .as("the same questions are answered to those whose it is")
                .contains(
                        "GET intake/api/v1/tickets/{id}",
                        "GET intake/api/v1/tickets/{id}/timeline",
                        "GET intake/api/v1/tickets",
                        "GET routing/api/v1/tickets/{ticket}/decision",
                        "GET grid/api/v1/assignments",
                        "GET grid/api/v1/assignments/{id}",
                        "GET grid/api/v1/whistles",
                        "GET grid/api/v1/whistles/{id}",
                        "GET grid/api/v1/grids/{code}/members",
                        "GET grid/api/v1/deadlines",
                        "GET grid/api/v1/regions/{code}/board",
                        "GET grid/api/v1/evidence/{id}",
                        "GET grid/api/v1/notifications",
                        "GET grid/api/v1/sync",
                        "GET grid/api/v1/inbox");
    }

    private int byId(TemporaryMesh mesh, TokenMint mint, Endpoint endpoint, Asker asker, List<Spot> spots)
            throws IOException, InterruptedException {
        int cells = 0;
        for (Spot spot : spots) {
            String path = spot.in(endpoint.path()).orElse("");
            boolean own = asker.own().contains(spot.name());
            if (path.isEmpty() || (own && !endpoint.method().equals("GET"))) {
                continue;
            }
            HttpResponse<String> reply = send(mesh, mint, endpoint, asker, path);
            if (own) {
                shown(endpoint, reply);
                continue;
            }
            cells++;
            byStatus.merge(reply.statusCode(), 1, Integer::sum);
            boolean refused = REFUSED.contains(reply.statusCode()) || UNREAD.contains(reply.statusCode());
            if (!refused || !spot.toldIn(reply.body(), path).isEmpty()) {
                leaks.add(
                        asker + " at " + spot.name() + ": " + endpoint + " " + reply.statusCode() + " " + reply.body());
            }
        }
        return cells;
    }

    private int list(TemporaryMesh mesh, TokenMint mint, Endpoint endpoint, Asker asker, List<Spot> spots)
            throws IOException, InterruptedException {
        if (!endpoint.method().equals("GET") || endpoint.path().endsWith("/stream")) {
            return 0;
        }
        HttpResponse<String> reply = send(mesh, mint, endpoint, asker, endpoint.path());
        int cells = 0;
        for (Spot spot : spots) {
            if (asker.own().contains(spot.name())) {
                if (!spot.toldIn(reply.body(), "").isEmpty()) {
                    shown(endpoint, reply);
                }
                continue;
            }
            cells++;
            byStatus.merge(reply.statusCode(), 1, Integer::sum);
            if (!spot.toldIn(reply.body(), "").isEmpty()) {
                leaks.add(asker + " of " + spot.name() + ": " + endpoint + " tells " + spot.toldIn(reply.body(), ""));
            }
        }
        return cells;
    }

    private void shown(Endpoint endpoint, HttpResponse<String> reply) {
        if (reply.statusCode() == 200) {
            shownToOwners.add(endpoint.toString());
        }
    }

    private HttpResponse<String> send(TemporaryMesh mesh, TokenMint mint, Endpoint endpoint, Asker asker, String path)
            throws IOException, InterruptedException {
        JsonNode body = endpoint.body();
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        HttpRequest request = HttpRequest.newBuilder(URI.create(mesh.addresses().of(endpoint.service()) + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + mint.token(asker.bearer()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .method(endpoint.method(), publisher)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
