package org.chuishao.intake.submission;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Writes together what comes in while the statements before it are under way, and at once where none is: one alone waits
 * for nobody, and a crowd shares round trips and flushes to disk. Whoever waits is bounded by the command's own limit.
 */
final class Gathering {

    private final Semaphore statements;
    private final int most;
    private final Function<List<Submission>, Uni<Set<UUID>>> write;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    /**
     * @param statements under way at once
     * @param most submissions in one
     * @param write all or none of them; answers the tickets that were written
     */
    Gathering(int statements, int most, Function<List<Submission>, Uni<Set<UUID>>> write) {
        this.statements = new Semaphore(statements);
        this.most = most;
        this.write = write;
    }

    private record Waiting(Submission submission, CompletableFuture<Boolean> reply) {

        void tell(Set<UUID> written) {
            reply.complete(written.contains(submission.ticket()));
        }
    }

    /** @return whether it was written; not so where its key was known */
    Uni<Boolean> add(Submission submission) {
        Uni<Boolean> written = Uni.createFrom().completionStage(() -> {
            Waiting waiting = new Waiting(submission, new CompletableFuture<>());
            queue.add(waiting);
            begin();
            return waiting.reply();
        });
        // a statement ends in the context of one request; the others go on in their own
        Context own = Vertx.currentContext();
        return own == null ? written : written.emitOn(task -> own.runOnContext(nothing -> task.run()));
    }

    private void begin() {
        while (!queue.isEmpty() && statements.tryAcquire()) {
            List<Waiting> batch = take();
            together(batch)
                    .onTermination()
                    .invoke(this::next)
                    .subscribe()
                    .with(
                            done -> {},
                            failure -> batch.forEach(waiting -> waiting.reply().completeExceptionally(failure)));
        }
    }

    private void next() {
        statements.release();
        begin();
    }

    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = batch.size() < most ? queue.poll() : null) {
            batch.add(next);
        }
        return batch;
    }

    private Uni<Void> together(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> written(batch))
                .invoke(written -> batch.forEach(waiting -> waiting.tell(written)))
                .replaceWithVoid()
                .onFailure(failure -> batch.size() > 1 && isOfOne(failure))
                .recoverWithUni(() -> oneByOne(batch))
                .onFailure(CannotBeMade.class)
                .transform(CannotBeMade::cause);
    }

    private Uni<Set<UUID>> written(List<Waiting> batch) {
        try {
            return write.apply(batch.stream().map(Waiting::submission).toList());
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(new CannotBeMade(e));
        }
    }

    /** What may be the fault of one of them alone: what it holds (classes 22 and 23), or that no row can be made of it. */
    private static boolean isOfOne(Throwable failure) {
        return failure instanceof CannotBeMade
                || (failure instanceof PgException turnedDown
                        && (turnedDown.getSqlState().startsWith("22")
                                || turnedDown.getSqlState().startsWith("23")));
    }

    /** The statement did not even come to the database. */
    private static final class CannotBeMade extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RuntimeException why;

        CannotBeMade(RuntimeException why) {
            super(why);
            this.why = why;
        }

        static Throwable cause(Throwable failure) {
            return failure instanceof CannotBeMade wrapped ? wrapped.why : failure;
        }
    }

    /** For one of them, perhaps, which shall not take the others with it. */
    private Uni<Void> oneByOne(List<Waiting> batch) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Waiting waiting : batch) {
            all = all.chain(() -> together(List.of(waiting)))
                    .onFailure()
                    .invoke(waiting.reply()::completeExceptionally)
                    .onFailure()
                    .recoverWithNull();
        }
        return all;
    }
}
