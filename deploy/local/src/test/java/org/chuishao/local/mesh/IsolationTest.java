package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chuishao.local.TemporaryMesh;
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

    /** Of a batch each act is answered by itself. */
    private static final Pattern BY_ITSELF =
            Pattern.compile("\"result\":\"CONFLICT\",\"problem\":\\{[^}]*\"status\":40[34]");

    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<String> leaks = new ArrayList<>();
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final Set<String> shownToOwners = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();

    @Test
    void nothingOutsideAScopeIsShownOrDone(TemporaryMesh mesh) throws IOException, InterruptedException {
        Asking asking = Asking.of(mesh);
        List<Endpoint> endpoints = Endpoint.all(mesh);
        List<Ear> ears = listening(asking, endpoints);
        List<Spot> spots = new ArrayList<>();
        for (String[] place : Asker.PLACES) {
            spots.add(Spot.at(
                    mesh,
                    place[0],
                    place[1],
                    "记号" + UUID.randomUUID().toString().substring(0, 8)));
        }
        int cells = 0;
        for (Endpoint endpoint : endpoints) {
            for (Asker asker : Asker.all()) {
                cells += endpoint.takesIds()
                        ? byId(asking, endpoint, asker, spots)
                        : list(asking, endpoint, asker, spots);
            }
        }
        for (Ear ear : ears) {
            cells += heard(ear, spots);
            ear.close();
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
                        "GET grid/api/v1/inbox",
                        "GET grid/api/v1/inbox/stream");
        assertThat(asked)
                .as("what is done by a body, or by bytes, is asked for as well")
                .contains("POST grid/api/v1/sync", "POST grid/api/v1/evidence", "PATCH grid/api/v1/evidence/{id}");
    }

    /** All streams, opened by everybody before there is anything to hear. */
    private List<Ear> listening(Asking asking, List<Endpoint> endpoints) {
        List<Ear> ears = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.stream() && !endpoint.takesIds()) {
                Asker.all().forEach(asker -> ears.add(asking.listen(endpoint, asker)));
            }
        }
        await().atMost(SOON).until(() -> ears.stream().allMatch(Ear::ready));
        return ears;
    }

    private int heard(Ear ear, List<Spot> spots) {
        int cells = 0;
        for (Spot spot : spots) {
            if (!ear.asker().own().contains(spot.name())) {
                cells++;
                byStatus.merge(ear.status(), 1, Integer::sum);
                List<String> told = spot.toldIn(ear.heard(), "");
                if (!told.isEmpty()) {
                    leaks.add(ear.asker() + " of " + spot.name() + ": " + ear.endpoint() + " tells " + told);
                }
            } else if (ear.status() == 200 && ear.endpoint().path().endsWith("/inbox/stream")) {
                // a desk blew the whistle, which is none of its worker's
                await().atMost(SOON).untilAsserted(() -> assertThat(spot.toldIn(ear.heard(), ""))
                        .as("%s hears of %s", ear.asker(), spot.name())
                        .contains(spot.ticket().toString(), spot.assignment()));
                shownToOwners.add(ear.endpoint().toString());
            }
        }
        return cells;
    }

    private int byId(Asking asking, Endpoint endpoint, Asker asker, List<Spot> spots)
            throws IOException, InterruptedException {
        int cells = 0;
        for (Spot spot : spots) {
            String path = spot.in(endpoint.path()).orElse("");
            boolean own = asker.own().contains(spot.name());
            if (path.isEmpty() || (own && !endpoint.method().equals("GET"))) {
                continue;
            }
            HttpResponse<String> reply = asking.send(endpoint, asker, path, endpoint.body());
            if (own) {
                shown(endpoint, reply);
                continue;
            }
            cells++;
            byStatus.merge(reply.statusCode(), 1, Integer::sum);
            refused(endpoint, asker, spot, reply, path);
        }
        return cells;
    }

    private void refused(Endpoint endpoint, Asker asker, Spot spot, HttpResponse<String> reply, String question) {
        boolean refused = REFUSED.contains(reply.statusCode())
                || UNREAD.contains(reply.statusCode())
                || BY_ITSELF.matcher(reply.body()).find();
        if (REFUSED.contains(reply.statusCode()) || reply.statusCode() == 200) {
            asked.add(endpoint.toString());
        }
        if (!refused || !spot.toldIn(reply.body(), question).isEmpty()) {
            leaks.add(asker + " at " + spot.name() + ": " + endpoint + " " + reply.statusCode() + " " + reply.body());
        }
    }

    /** What a body names instead of the path. */
    private int byBody(Asking asking, Endpoint endpoint, Asker asker, List<Spot> spots)
            throws IOException, InterruptedException {
        int cells = 0;
        for (Spot spot : spots) {
            JsonNode body = endpoint.bodyAbout(spot);
            if (body != null && !asker.own().contains(spot.name())) {
                HttpResponse<String> reply = asking.send(endpoint, asker, endpoint.path(), body);
                cells++;
                byStatus.merge(reply.statusCode(), 1, Integer::sum);
                refused(endpoint, asker, spot, reply, body.toString());
            }
        }
        return cells;
    }

    private int list(Asking asking, Endpoint endpoint, Asker asker, List<Spot> spots)
            throws IOException, InterruptedException {
        if (!endpoint.method().equals("GET")) {
            return byBody(asking, endpoint, asker, spots);
        }
        if (endpoint.stream()) {
            return 0;
        }
        HttpResponse<String> reply = asking.send(endpoint, asker, endpoint.path(), null);
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
}
