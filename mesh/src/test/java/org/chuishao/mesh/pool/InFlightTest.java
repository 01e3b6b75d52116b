package org.chuishao.mesh.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private final InFlight two = new InFlight(2);

    @Test
    void refusesOneMoreThanThereArePlacesForUntilOneIsDone() {
        CompletableFuture<String> first = start(new CompletableFuture<>());
        CompletableFuture<String> second = start(new CompletableFuture<>());

        assertThat(refused()).isEqualTo(429);
        first.complete("done");
        assertThat(answer(() -> Uni.createFrom().item("in"))).isEqualTo("in");
        second.complete("done");
    }

    @Test
    void aFailureOrAHangUpGivesThePlaceBack() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> answer(() -> Uni.createFrom().failure(new IllegalStateException("no"))))
                    .hasMessage("no");
            assertThatThrownBy(() -> answer(() -> {
                        throw new IllegalStateException("at once");
                    }))
                    .hasMessage("at once");
            two.admit(() -> Uni.createFrom().nothing())
                    .subscribe()
                    .with(item -> {})
                    .cancel();
        }
        assertThat(answer(() -> Uni.createFrom().item("in"))).isEqualTo("in");
    }

    private CompletableFuture<String> start(CompletableFuture<String> work) {
        two.admit(() -> Uni.createFrom().completionStage(work)).subscribe().with(item -> {});
        return work;
    }

    private String answer(Supplier<Uni<String>> work) {
        return two.admit(work).await().indefinitely();
    }

    private int refused() {
        try {
            answer(() -> Uni.createFrom().item("in"));
            return 200;
        } catch (Problem refusal) {
            return refusal.status();
        }
    }
}
