package org.chuishao.grid.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeometryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final Geometry geometry = new Geometry(vertx);

    @AfterEach
    void close() {
        geometry.close();
        vertx.close();
    }

    @Test
    void itRunsBesideTheThreadThatAskedAndGoesOnThere() {
        List<Boolean> onEventLoop = new ArrayList<>();
        Uni.createFrom()
                .<Boolean>emitter(emitter -> vertx.runOnContext(asked -> geometry.aside(Context::isOnEventLoopThread)
                        .invoke(onEventLoop::add)
                        .map(it -> Context.isOnEventLoopThread())
                        .subscribe()
                        .with(emitter::complete, emitter::fail)))
                .invoke(onEventLoop::add)
                .await()
                .atMost(PATIENCE);
        assertThat(onEventLoop).containsExactly(false, true);
    }

    @Test
    void whereTooManyWaitTheNextOneIsSentAway() {
        CountDownLatch held = new CountDownLatch(1);
        List<Uni<Boolean>> waiting = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Uni<Boolean> one = geometry.aside(() -> {
                        held.await();
                        return true;
                    })
                    .memoize()
                    .indefinitely();
            one.subscribe().with(done -> {});
            waiting.add(one);
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> geometry.aside(() -> true).await().atMost(PATIENCE))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(429));
        held.countDown();
        Uni.join().all(waiting).andFailFast().await().atMost(PATIENCE);
        assertThat(geometry.aside(() -> true).await().atMost(PATIENCE)).isTrue();
    }
}
