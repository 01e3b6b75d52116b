package org.chuishao.routing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.ops;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.chuishao.routing.classify.KeywordClassifier;
import org.chuishao.routing.model.Citizens.Said;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tickets that the citizen saw to their end teach a model, which is tried beside the rules before it answers. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@TestProfile(LearnFromConfirmedTest.Soon.class)
class LearnFromConfirmedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static final class Soon implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "chuishao.routing.learn.least", "18",
                    "chuishao.routing.learn.more", "18",
                    "chuishao.routing.learn.trial", "4",
                    "chuishao.routing.learn.every", "10h");
        }
    }

    @Inject
    LearnFromConfirmed learn;

    @Inject
    Confirmed confirmed;

    @Test
    void what_the_citizens_confirmed_is_learnt_and_tried_before_it_answers() {
        List<Said> said = Citizens.all();
        int before = count();
        learn.look();
        assertThat(states()).as("nothing is confirmed yet").isEmpty();

        // nobody said what this one is about
        ClosedTicket.byItself("老两口穿棉袄还发抖", "屋里冻手冻脚");
        close(said.subList(0, 18));
        await().atMost(PATIENCE).until(() -> count() >= before + 18);
        assertThat(count()).isEqualTo(before + 18);
        learn.look();
        assertThat(states()).containsExactly("ON_TRIAL");
        learn.look();
        assertThat(states()).as("it has answered nothing").containsExactly("ON_TRIAL");

        // the log waits half a second for a model; what it is too slow for goes by rules and tries nothing
        Iterator<Said> more = said.subList(60, said.size()).iterator();
        await().atMost(PATIENCE.multipliedBy(3)).until(() -> {
            int known = count();
            close(List.of(more.next()));
            await().atMost(PATIENCE).until(() -> count() > known);
            learn.look();
            return states().equals(List.of("ACTIVE"));
        });
        assertThat(confirmed
                        .beside(
                                as(ops()).get("/api/v1/models").path("items.find { it.source == 'CONFIRMED' }.version"),
                                KeywordClassifier.MODEL)
                        .await()
                        .indefinitely()
                        .right())
                .isEqualTo(4);
    }

    /** Other tests are answered by the rules. */
    @AfterEach
    void rollBack() {
        as(ops())
                .body(Map.of("reason", "test"))
                .post("/api/v1/models/rollback")
                .then()
                .statusCode(204);
    }

    private int count() {
        return confirmed.count().await().indefinitely();
    }

    private static void close(List<Said> said) {
        said.forEach(it -> ClosedTicket.byHand(it.title(), it.body(), it.category()));
    }

    private static List<String> states() {
        return as(ops()).get("/api/v1/models").path("items.findAll { it.source == 'CONFIRMED' }.state");
    }
}
