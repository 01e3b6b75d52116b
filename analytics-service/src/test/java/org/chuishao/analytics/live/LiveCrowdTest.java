package org.chuishao.analytics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.analytics.cockpit.Asks.SOON;
import static org.chuishao.analytics.cockpit.Asks.analyst;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chuishao.analytics.cockpit.Crowd;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who come at the very same moment find no more places than those who come one by one. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LiveCrowdTest {

    @TestHTTPResource("/")
    String base;

    @Inject
    MeterRegistry meters;

    @Inject
    LiveConfig limits;

    @BeforeEach
    void nobody_listens() {
        await().atMost(SOON).until(() -> taken() == 0);
    }

    @Test
    void of_a_burst_of_one_subject_no_more_are_let_in_than_one_may_have() {
        int asking = 3 * limits.streamsOfOne();
        refusedBeyond(
                limits.streamsOfOne(), asking, 429, IntStream.range(0, asking).mapToObj(i -> who(0)));
    }

    @Test
    void of_a_burst_of_many_no_more_are_let_in_than_the_replica_holds() {
        int asking = 2 * limits.streams();
        refusedBeyond(limits.streams(), asking, 503, IntStream.range(0, asking).mapToObj(this::who));
    }

    private void refusedBeyond(int most, int asking, int status, Stream<Bearer> all) {
        try (Crowd crowd = new Crowd(base, "/live?region=2154", all)) {
            await().atMost(SOON).until(() -> crowd.answered().size() == asking);
            assertThat(crowd.answered(200)).hasSize(most);
            assertThat(crowd.answered(status)).hasSize(asking - most).allSatisfy(it -> {
                assertThat(it.headers().firstValue("Retry-After")).hasValue("10");
                assertThat(it.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/problem+json");
            });
            assertThat(taken()).isEqualTo(most);
        }
        await().atMost(SOON).until(() -> taken() == 0);
        try (Crowd again = new Crowd(base, "/live?region=2154", Stream.of(who(0)))) {
            await().atMost(SOON).until(() -> again.answered(200).size() == 1);
        }
    }

    private double taken() {
        return meters.get("chuishao.live.streams").gauge().value();
    }

    private Bearer who(int subject) {
        return analyst("2154").subject("live-crowd-" + subject);
    }
}
