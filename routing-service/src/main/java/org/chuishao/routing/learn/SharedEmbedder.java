package org.chuishao.routing.learn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One sentence model for many callers: as many threads as may compute, a queue that is bounded, and texts that wait together
 * are computed together. A caller that finds the queue full is refused at once, so that dispatch goes on by rules instead of
 * waiting.
 */
public final class SharedEmbedder implements AutoCloseable {

    /** More would save little, and each would wait for the last of them. */
    private static final int BATCH = 2;

    private final Embedder model;
    private final BlockingQueue<Waiting> queue;
    private final Duration patience;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param most callers that may wait
     * @param patience how long each of them waits: a ticket has to be dispatched in seconds, with the model or without
     */
    public SharedEmbedder(Embedder model, int cores, int most, Duration patience) {
        this.model = model;
        this.patience = patience;
        this.queue = new ArrayBlockingQueue<>(most);
        for (int i = 0; i < cores; i++) {
            Thread thread = new Thread(this::work, "embedder-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private record Waiting(List<String> texts, BooleanSupplier wanted, CompletableFuture<List<float[]>> result) {

        /** Of whoever has given up, nothing is computed. */
        private boolean givenUp() {
            if (!wanted.getAsBoolean()) {
                result.completeExceptionally(new RejectedExecutionException("nobody waits for it any more"));
            }
            return result.isDone();
        }
    }

    /**
     * @param wanted whether anybody still waits for it, asked when its turn comes
     * @throws RejectedExecutionException if too many wait, or it is not wanted any more
     * @throws IllegalStateException if the model fails or takes too long
     */
    public List<float[]> embed(List<String> texts, BooleanSupplier wanted) {
        Waiting waiting = new Waiting(texts, wanted, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw new RejectedExecutionException("too many wait for the sentence model");
        }
        try {
            return waiting.result()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RejectedExecutionException refused) {
                throw refused;
            }
            throw new IllegalStateException("the sentence model failed", e);
        }
    }

    private void work() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                batch.removeIf(Waiting::givenUp);
                compute(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            queue.forEach(waiting -> waiting.result().completeExceptionally(e));
        }
    }

    private void compute(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<float[]> vectors = model.embed(
                    batch.stream().flatMap(one -> one.texts().stream()).toList());
            int from = 0;
            for (Waiting one : batch) {
                int to = from + one.texts().size();
                one.result().complete(vectors.subList(from, to));
                from = to;
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            batch.forEach(one -> one.result().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
