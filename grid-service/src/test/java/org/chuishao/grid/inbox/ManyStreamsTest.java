package org.chuishao.grid.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.GridTables;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/**
 * Many open streams on one replica, each of another worker: a new assignment is heard on his stream and on no other, and
 * once. {@code -Dchuishao.streams=2000} opens as many as a county has; it prints how long it took from the change to the
 * streams, and what a stream holds in memory.
 */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ManyStreamsTest {

    private static final int STREAMS = Integer.getInteger("chuishao.streams", 200);
    private static final int TICKETS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TestHTTPResource("/")
    URL url;

    @Inject
    MeterRegistry meters;

    private final Map<String, HeardStream> streams = new HashMap<>();
    private final Map<String, Long> written = new HashMap<>();
    private final Map<String, String> where = new HashMap<>();

    @Test
    void eachHearsItsOwnAndNothingElse() {
        List<String> grids = Arrays.asList(GridTables.text(
                        "select string_agg(code, ' ') from (select code from region where level = 6 and kind = 'BASE'"
                                + " and starts_with(code, ?) order by code limit " + STREAMS + ") g",
                        "21")
                .split(" ", -1));
        long before = heap();
        open(grids);
        long held = heap() - before;
        assertThat(meters.get("chuishao.inbox.streams").gauge().value()).isGreaterThanOrEqualTo(grids.size());

        dispatchOneTo(grids);
        await().atMost(PATIENCE).until(() -> heard() >= TICKETS);
        say(grids.size(), "at first", millis());
        System.out.printf("heap %d KB a stream, with its client%n", (held >> 10) / grids.size());

        // what would come a second time comes before what is written now
        written.clear();
        dispatchOneTo(grids);
        await().atMost(PATIENCE).until(() -> heard() >= 2 * TICKETS);
        say(grids.size(), "then", millis());
        streams.forEach((grid, stream) -> assertThat(
                        stream.events.stream().map(this::ticketOf).toList())
                .as(grid)
                .doesNotHaveDuplicates());
        assertThat(heard()).isEqualTo(2 * TICKETS);
        streams.values().forEach(HeardStream::close);
    }

    /** From the log to the stream, of what was written last. */
    private List<Long> millis() {
        List<Long> millis = new ArrayList<>();
        streams.forEach((grid, stream) -> stream.events.forEach(event -> {
            String ticket = ticketOf(event);
            assertThat(where.get(ticket)).isEqualTo(grid);
            Long began = written.get(ticket);
            if (began != null) {
                millis.add((event.nanos() - began) / 1_000_000);
            }
        }));
        assertThat(millis).hasSize(TICKETS);
        millis.sort(Long::compare);
        return millis;
    }

    private static void say(int streams, String when, List<Long> millis) {
        System.out.printf(
                "%d streams, %s: from the log to the stream p50 %d ms, p99 %d ms%n",
                streams, when, millis.get(TICKETS / 2), millis.get(TICKETS * 99 / 100));
    }

    private void open(List<String> grids) {
        String base = url.toString().replaceAll("/$", "");
        // a connection for each, as phones have
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (String grid : grids) {
            streams.put(grid, HeardStream.open(http, base, worker("W-" + grid + "-1"), null, 3 * TICKETS));
        }
        await().atMost(PATIENCE).until(() -> streams.values().stream().allMatch(HeardStream::isOpen));
    }

    private void dispatchOneTo(List<String> grids) {
        for (int i = 0; i < TICKETS; i++) {
            String grid = grids.get(i * 7 % grids.size());
            TicketOnLog ticket = TicketOnLog.accepted("路灯不亮", grid)
                    .dispatched(grid, Severity.ORDINARY, "U-TERR-" + grid.substring(0, 12));
            written.put(ticket.id().toString(), System.nanoTime());
            where.put(ticket.id().toString(), grid);
        }
    }

    private int heard() {
        return streams.values().stream()
                .mapToInt(stream -> stream.events.size())
                .sum();
    }

    private String ticketOf(HeardStream.Event event) {
        return where.keySet().stream()
                .filter(event.data()::contains)
                .findAny()
                .orElseThrow(() -> new AssertionError("of nobody's ticket: " + event));
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
