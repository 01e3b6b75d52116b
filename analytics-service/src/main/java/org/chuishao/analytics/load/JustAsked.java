package org.chuishao.analytics.load;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.chuishao.mesh.scope.Scope;

/**
 * Answers that are being worked out, or have just been, for all who ask the same in the same scope. One is shared for as long
 * as it is under way, so that a slow database is asked once, and for a moment after it was begun. What fails is forgotten.
 *
 * @param <Q> the question, by its values
 */
public final class JustAsked<Q, A> {

    /** Past it what nobody has asked yet is kept for nobody else: an answer may hold thousands of places. */
    private static final int MOST = 200;

    private final Map<Key<Q>, Answer<A>> answers = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration fresh;

    JustAsked(Clock clock, Duration fresh) {
        this.clock = clock;
        this.fresh = fresh;
    }

    private record Key<Q>(Seen seen, Q question) {}

    private static final class Answer<A> {

        private final CompletableFuture<A> told = new CompletableFuture<>();
        private final AtomicBoolean asked = new AtomicBoolean();
        private final Instant at;

        Answer(Instant at) {
            this.at = at;
        }

        /** The work goes on without the one who asked first. */
        void ask(Supplier<Uni<A>> work) {
            if (asked.compareAndSet(false, true)) {
                Uni.createFrom().deferred(work::get).subscribe().with(told::complete, told::completeExceptionally);
            }
        }

        Uni<A> told() {
            return Uni.createFrom()
                    .emitter(emitter -> told.whenComplete((answer, failure) -> {
                        if (failure == null) {
                            emitter.complete(answer);
                        } else {
                            emitter.fail(failure);
                        }
                    }));
        }

        boolean isOver(Instant limit) {
            return told.isDone() && (at.isBefore(limit) || told.isCompletedExceptionally());
        }
    }

    /** @param work asks in the scope handed in, not in that of the request: it may be another's */
    public Uni<A> of(Scope scope, Q question, Supplier<Uni<A>> work) {
        Instant now = clock.instant();
        Instant limit = now.minus(fresh);
        answers.values().removeIf(answer -> answer.isOver(limit));
        Key<Q> key = new Key<>(Seen.of(scope), question);
        Answer<A> answer = answers.get(key);
        if (answer == null) {
            answer =
                    answers.size() < MOST ? answers.computeIfAbsent(key, none -> new Answer<>(now)) : new Answer<>(now);
        }
        answer.ask(work);
        return answer.told().emitOn(OwnContext.current());
    }
}
