package org.chuishao.local.mesh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.TokenMint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Orders of the first seven lines by phone, in words of citizens: each reaches the duty desk of its unit and one of the line's
 * own people in the grid, and the line's clocks run.
 */
@ExtendWith(SharedMesh.class)
@Timeout(600)
class SevenLinesTest {

    private static final Path ORDERS = Path.of("../../routing-service/src/test/resources/routing/seven_lines.tsv");
    private static final List<String> ABOUT_THEM = List.of("POLICE_CONDUCT", "HEATING_SERVICE.NO_VISIT");
    private static final String PROPERTY_OFFICE = "U-PROPERTY-210102";
    private static final String COMMUNITY = "210102001002";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who has to be on site within minutes or an hour, where it is urgent. */
    private static final Set<String> ARRIVE = Set.of("POWER", "GAS", "WATER");

    private record Order(String line, String kind, String unit, String title, String text) {}

    @Test
    void eachReachesTheDeskThatHasItAndItsClocksRun(TemporaryMesh mesh) throws IOException, InterruptedException {
        MeshClient client = new MeshClient(mesh.addresses(), SOON);
        Tokens tokens = new Tokens(TokenMint.in(mesh.data().keys()));
        Set<String> arriving = new TreeSet<>();
        for (Order order : orders()) {
            String ticket = take(client, tokens, order);
            JsonNode lead = lead(client, tokens, order, ticket);
            assertThat(lead.path("lead").asBoolean()).isTrue();
            assertHasItInTheGrid(client, tokens, order, lead);
            List<String> rules = rules(client, tokens, ticket);
            assertThat(rules).as("%s", order).anyMatch(rule -> rule.startsWith("SIGN "));
            boolean urgent = !lead.path("severity").asText().equals("ORDINARY") && ARRIVE.contains(order.line());
            if (urgent && !order.kind().equals("INQUIRY")) {
                assertThat(rules).as("%s", order).anyMatch(rule -> rule.startsWith("ARRIVE arrive-"));
                arriving.add(order.line());
            }
        }
        assertThat(arriving).isEqualTo(new TreeSet<>(ARRIVE));
    }

    private static String take(MeshClient client, Tokens tokens, Order order) throws InterruptedException {
        Map<String, ?> body = Map.of(
                "channel", "PHONE",
                "kind", order.kind(),
                "title", order.title(),
                "content", order.text(),
                "caller", Map.of("name", "李四", "phone", "13912341234"),
                "place", Map.of("text", "中华社区", "region", COMMUNITY));
        Answer answer = client.send(Call.post(
                Service.INTAKE,
                "/api/v1/tickets",
                tokens.ofProvince(Roles.AGENT),
                UUID.randomUUID().toString(),
                JSON.valueToTree(body)));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    /** As the unit's own desk sees it. */
    private static JsonNode lead(MeshClient client, Tokens tokens, Order order, String ticket) {
        String desk = tokens.ofUnit(order.unit());
        return await(order.title())
                .atMost(SOON)
                .until(
                        () -> client.send(Call.get(Service.GRID, "/api/v1/assignments?ticket=" + ticket, desk))
                                .body()
                                .path("items")
                                .path(0),
                        it -> it.path("unit").asText().equals(order.unit()));
    }

    /** One of the line's own people; but not what may be about them, and the bureau has nobody in a grid. */
    private static void assertHasItInTheGrid(MeshClient client, Tokens tokens, Order order, JsonNode lead)
            throws InterruptedException {
        String worker = lead.path("worker").asText(null);
        String category = lead.path("category").asText();
        if (order.unit().equals(PROPERTY_OFFICE) || ABOUT_THEM.stream().anyMatch(category::startsWith)) {
            assertThat(worker).as("%s", order).isNull();
            return;
        }
        assertThat(worker).as("%s", order).isNotNull();
        String his = tokens.ofWorker(worker);
        String id = lead.path("id").asText();
        assertThat(client.send(Call.get(Service.GRID, "/api/v1/inbox", his))
                        .body()
                        .path("items")
                        .findValuesAsText("id"))
                .contains(id);
        assertThat(client.send(Call.get(Service.GRID, "/api/v1/workers/" + worker, tokens.ofUnit(order.unit())))
                        .body()
                        .path("unit")
                        .asText())
                .isEqualTo(order.unit());
    }

    private static List<String> rules(MeshClient client, Tokens tokens, String ticket) throws InterruptedException {
        List<String> rules = new ArrayList<>();
        client.send(Call.get(
                        Service.GRID,
                        "/api/v1/deadlines?limit=100&ticket=" + ticket,
                        tokens.ofProvince(Roles.SUPERVISOR)))
                .body()
                .path("items")
                .forEach(it -> rules.add(
                        it.path("act").asText() + ' ' + it.path("rule").asText()));
        return rules;
    }

    private static List<Order> orders() throws IOException {
        return Files.readAllLines(ORDERS, UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> new Order(row[0], row[1], row[2], row[3], row[4]))
                .toList();
    }
}
