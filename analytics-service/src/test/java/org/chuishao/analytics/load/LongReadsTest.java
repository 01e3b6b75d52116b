package org.chuishao.analytics.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.analytics.cockpit.Asks.SOON;
import static org.chuishao.analytics.cockpit.Asks.analyst;
import static org.chuishao.analytics.cockpit.Asks.ask;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.chuishao.analytics.cockpit.Crowd;
import org.chuishao.analytics.figures.Database;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LongReadsTest {

    private static final int CROWD = 40;
    /** Of the requests' pool. */
    private static final long CONNECTIONS = 16;

    @TestHTTPResource("/")
    String base;

    @Inject
    LongReads reads;

    @Inject
    LoadConfig limits;

    @ParameterizedTest
    @ValueSource(strings = {"/key-views/units?region=2155&from=2025-12-01&to=2026-11-30", "/briefs?region=2155"})
    void maps_and_lists_are_answered_while_long_reads_hold_on_to_the_database(String path) throws SQLException {
        int beyond = CROWD - limits.longReads() - limits.waiting();
        try (Database.Open lock = Database.open("analytics_owner")) {
            lock.run("lock table households, callback_fact in access exclusive mode");
            try (Crowd crowd = crowd(path)) {
                await().atMost(SOON).until(() -> crowd.answered(503).size() >= beyond || blocked() == CONNECTIONS);
                for (String list :
                        new String[] {"/warnings?region=2155", "/ladder?region=2155", "/heatmap?region=2155"}) {
                    ask(analyst("2155"), list).statusCode(200);
                }
                assertThat(blocked()).as("connections that wait").isLessThan(CONNECTIONS / 2);
                assertThat(crowd.answered(503)).hasSizeGreaterThanOrEqualTo(beyond);
                lock.commit();
                await().atMost(SOON).until(() -> crowd.answered().size() == CROWD);
                assertThat(crowd.answered(503))
                        .allSatisfy(it -> assertThat(it.headers().firstValue("Retry-After"))
                                .isPresent());
                assertThat(crowd.answered(200)).as("had their turn").isNotEmpty();
            }
        }
    }

    @Test
    void who_waits_has_his_turn_in_order_and_who_hangs_up_has_none() {
        List<CompletableFuture<String>> running = new ArrayList<>();
        List<String> done = new CopyOnWriteArrayList<>();
        for (int i = 0; i < limits.longReads(); i++) {
            CompletableFuture<String> work = new CompletableFuture<>();
            running.add(work);
            begin(() -> Uni.createFrom().completionStage(work), done);
        }
        Cancellable left = begin(() -> Uni.createFrom().item("left"), done);
        begin(() -> Uni.createFrom().item("first"), done);
        begin(() -> Uni.createFrom().item("second"), done);
        assertThat(done).isEmpty();
        left.cancel();
        running.get(0).complete("running");
        assertThat(done).containsExactly("running", "first", "second");
        running.get(1).completeExceptionally(new IllegalStateException("fails"));
        running.forEach(work -> work.complete("running"));
        begin(() -> Uni.createFrom().item("third"), done);
        assertThat(done).contains("fails", "third");
    }

    @Test
    void who_hangs_up_in_the_middle_leaves_his_place_taken_until_the_work_has_ended() {
        List<String> done = new CopyOnWriteArrayList<>();
        CompletableFuture<String> work = new CompletableFuture<>();
        for (int i = 0; i < limits.longReads(); i++) {
            begin(() -> Uni.createFrom().completionStage(work.copy()), done).cancel();
        }
        begin(() -> Uni.createFrom().item("next"), done);
        assertThat(done).isEmpty();
        work.complete("ended");
        assertThat(done).containsExactly("next");
    }

    private Cancellable begin(Supplier<Uni<String>> work, List<String> done) {
        return reads.inTurn(work)
                .subscribe()
                .with(done::add, failure -> done.add(String.valueOf(failure.getMessage())));
    }

    private static long blocked() throws SQLException {
        return Long.parseLong(Database.rows("analytics_owner", "select count(*) from pg_locks where not granted")
                .get(0));
    }

    private Crowd crowd(String path) {
        return new Crowd(base, path, IntStream.range(0, CROWD).mapToObj(i -> analyst("2155")));
    }
}
