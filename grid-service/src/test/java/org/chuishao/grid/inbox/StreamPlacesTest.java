package org.chuishao.grid.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;

class StreamPlacesTest {

    private final StreamPlaces places = new StreamPlaces(new Config(3, 2));

    @Test
    void oneHasSoManyAndNoMore() {
        places.take("a");
        places.take("a");
        assertRefused("a", 429);
        assertThatCode(() -> places.requireOneFor("b")).doesNotThrowAnyException();
        places.leave("a");
        assertThatCode(() -> places.requireOneFor("a")).doesNotThrowAnyException();
    }

    @Test
    void whereTheReplicaIsFullAnotherMayNotBe() {
        places.take("a");
        places.take("b");
        places.take("c");
        assertRefused("d", 503);
        places.leave("b");
        assertThatCode(() -> places.requireOneFor("d")).doesNotThrowAnyException();
    }

    private void assertRefused(String subject, int status) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> places.requireOneFor(subject))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(status));
    }

    private record Config(int streams, int streamsOfOne) implements InboxConfig {

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int lag() {
            return 256;
        }

        @Override
        public Duration away() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration retry() {
            return Duration.ofSeconds(1);
        }
    }
}
