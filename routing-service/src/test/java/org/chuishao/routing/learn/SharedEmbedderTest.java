package org.chuishao.routing.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SharedEmbedderTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final BooleanSupplier WANTED = () -> true;

    @Test
    void who_finds_the_queue_full_is_refused_at_once() throws InterruptedException {
        CountDownLatch computing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (SharedEmbedder shared = new SharedEmbedder(
                texts -> {
                    computing.countDown();
                    waitFor(goOn);
                    return texts.stream().map(text -> new float[] {1}).toList();
                },
                1,
                1,
                LONG)) {
            Thread first = new Thread(() -> shared.embed(List.of("one"), WANTED));
            first.start();
            computing.await();
            Thread second = new Thread(() -> shared.embed(List.of("two"), WANTED));
            second.start();
            while (second.getState() != Thread.State.TIMED_WAITING && second.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> shared.embed(List.of("three"), WANTED))
                    .isInstanceOf(RejectedExecutionException.class);

            goOn.countDown();
            first.join();
            second.join();
        }
    }

    @Test
    void what_nobody_waits_for_any_more_is_not_computed() {
        List<String> computed = new CopyOnWriteArrayList<>();
        try (SharedEmbedder shared = new SharedEmbedder(
                texts -> {
                    computed.addAll(texts);
                    return texts.stream().map(text -> new float[] {1}).toList();
                },
                1,
                10,
                LONG)) {
            assertThatThrownBy(() -> shared.embed(List.of("late"), () -> false))
                    .isInstanceOf(RejectedExecutionException.class);
            shared.embed(List.of("in time"), WANTED);
        }
        assertThat(computed).containsExactly("in time");
    }

    @Test
    void each_caller_gets_its_own_vectors_in_order() {
        try (SharedEmbedder shared = new SharedEmbedder(
                texts -> texts.stream().map(text -> new float[] {text.length()}).toList(), 2, 10, LONG)) {
            assertThat(shared.embed(List.of("a", "bbb"), WANTED)).containsExactly(new float[] {1}, new float[] {3});
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
