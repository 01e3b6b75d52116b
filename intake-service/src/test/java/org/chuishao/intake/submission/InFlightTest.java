package org.chuishao.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private final InFlight inFlight = new InFlight(new OnePlace());

    @Test
    void turnsAwayWhoFindsNoPlaceAndLetsInWhoComesLater() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        CompletableFuture<String> first =
                inFlight.admit(() -> Uni.createFrom().completionStage(slow)).subscribeAsCompletionStage();

        Problem refusal = catchThrowableOfType(Problem.class, () -> answer("second"));
        assertThat(refusal.status()).isEqualTo(429);

        slow.complete("first");
        assertThat(first.join()).isEqualTo("first");
        assertThat(answer("third")).isEqualTo("third");
    }

    @Test
    void aFailureGivesThePlaceBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowableOfType(IllegalStateException.class, () -> inFlight.<String>admit(() -> {
                                throw new IllegalStateException("broken");
                            })
                            .await()
                            .indefinitely()))
                    .isNotNull();
        }
        assertThat(answer("next")).isEqualTo("next");
    }

    private String answer(String text) {
        return inFlight.admit(() -> Uni.createFrom().item(text)).await().indefinitely();
    }

    private record OnePlace() implements IntakeConfig {
        @Override
        public int inFlight() {
            return 1;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int feedWindow() {
            return 1;
        }

        @Override
        public Bounds bounds() {
            throw new UnsupportedOperationException("not asked for");
        }
    }
}
