package org.chuishao.grid.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.text;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A stream that breaks off goes on behind the last event that was had: nothing is left out, nothing comes twice. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ResumeTest {

    private static final String COUNTY = "211004";
    private static final String COMMUNITY = COUNTY + "001001";
    private static final int TICKETS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URL url;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void howeverOftenItBreaksOff() throws Exception {
        Random chance = new Random(7);
        ExecutorService writers = Executors.newSingleThreadExecutor();
        try {
            HeardStream first = open(supervisor(COUNTY), null, 1);
            await().atMost(PATIENCE).until(first::isOpen);
            signedBy(COMMUNITY + "101");
            List<Future<?>> written = new ArrayList<>();
            for (int i = 1; i < TICKETS; i++) {
                String grid = COMMUNITY + "10" + (1 + i % 3);
                written.add(writers.submit(() -> signedBy(grid)));
            }
            await().atMost(PATIENCE).until(first::full);
            List<HeardStream.Event> heard = new ArrayList<>(first.events);
            while (heard.size() < 2 * TICKETS) {
                HeardStream next =
                        open(supervisor(COUNTY), heard.get(heard.size() - 1).id(), 1 + chance.nextInt(9));
                int have = heard.size();
                await().atMost(PATIENCE).until(() -> {
                    noneFailed(written);
                    return next.full() || next.isOver() || have + next.events.size() >= 2 * TICKETS;
                });
                next.close();
                heard.addAll(next.events);
                assertThat(next.events).as(next.end()).isNotEmpty();
            }
            assertThat(heard).extracting(HeardStream.Event::name).containsOnly("assignment");
            assertThat(heard.stream().map(HeardStream.Event::id).toList()).isEqualTo(kept());
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void aMarkThatIsKeptNoMoreIsSaid() {
        HeardStream stream = open(supervisor(COUNTY), "1", 1);
        await().atMost(PATIENCE).until(stream::full);
        assertThat(stream.events.get(0).name()).isEqualTo("resync");
        assertThat(stream.events.get(0).data()).contains("TOO_LONG_AWAY");
    }

    /** Of another database, or made up: the client is told to read anew, and hears what comes from then on. */
    @Test
    void aMarkBeyondAllMakesNobodyDeaf() {
        String grid = "210903005001101";
        HeardStream stream = open(supervisor("210903"), "999999999999999", 2);
        await().atMost(PATIENCE).until(() -> !stream.events.isEmpty());
        assertThat(stream.events.get(0).data()).contains("TOO_LONG_AWAY");
        TicketOnLog.accepted("路灯不亮", grid).dispatched(grid, Severity.ORDINARY, "U-TERR-210903005001");
        await().atMost(PATIENCE).until(stream::full);
        assertThat(stream.events.get(1).name()).isEqualTo("assignment");
    }

    @Test
    void whatIsNoMarkIsRefused() {
        as(supervisor(COUNTY))
                .header("Last-Event-ID", "abc")
                .get("/api/v1/inbox/stream")
                .then()
                .statusCode(400);
    }

    private HeardStream open(Bearer bearer, String after, int most) {
        return HeardStream.open(http, url.toString().replaceAll("/$", ""), bearer, after, most);
    }

    /** What was not written, no stream can tell. */
    private static void noneFailed(List<Future<?>> written) throws Exception {
        for (Future<?> one : written) {
            if (one.isDone()) {
                one.get();
            }
        }
    }

    private static List<String> kept() {
        return Arrays.asList(text(
                        "select string_agg(seq::text, ' ' order by seq) from inbox_notice"
                                + " where starts_with(region, ?)",
                        COUNTY)
                .split(" ", -1));
    }

    private static void signedBy(String grid) {
        TicketOnLog ticket =
                TicketOnLog.accepted("路灯不亮", grid).dispatched(grid, Severity.ORDINARY, "U-TERR-" + COMMUNITY);
        Bearer worker = worker("W-" + grid + "-1");
        String[] id = new String[1];
        await().atMost(PATIENCE)
                .untilAsserted(() -> id[0] = as(worker)
                        .get("/api/v1/assignments?ticket=" + ticket.id())
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .extract()
                        .path("items[0].id"));
        as(worker).post("/api/v1/assignments/" + id[0] + "/signatures").then().statusCode(201);
    }
}
