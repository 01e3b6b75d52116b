package org.chuishao.routing.dispatch;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chuishao.routing.classify.Advised;
import org.chuishao.routing.classify.Assessor.Words;
import org.chuishao.routing.classify.Counsel;

/**
 * Asks what was learnt about the tickets of a batch, many at once and off the event loop. What has no answer in time, or a
 * failure for one, is decided by rules: the log does not wait for a model, and does not stop for one.
 */
@ApplicationScoped
class AskCounsel {

    /** Some are computed while the next gather; what waits behind more of them would not have its answer in time. */
    private static final int AT_ONCE = 8;

    /** For a whole batch of the log, whose transaction is open meanwhile. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Counsel counsel;

    AskCounsel(Counsel counsel) {
        this.counsel = counsel;
    }

    Uni<Map<UUID, Advised>> about(Map<UUID, Words> tickets) {
        if (tickets.isEmpty() || counsel.silent()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<UUID, Advised> answers = new ConcurrentHashMap<>();
        AtomicBoolean waiting = new AtomicBoolean(true);
        return Multi.createFrom()
                .iterable(tickets.entrySet())
                .onItem()
                .transformToUni(one -> answer(one.getKey(), one.getValue(), waiting, answers))
                .merge(AT_ONCE)
                .collect()
                .last()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(() -> Uni.createFrom().nullItem())
                .onTermination()
                .invoke(() -> waiting.set(false))
                .emitOn(here())
                .map(last -> told(tickets.size(), answers));
    }

    private Uni<Void> answer(UUID ticket, Words words, AtomicBoolean waiting, Map<UUID, Advised> answers) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    counsel.on(words.title(), words.content(), waiting::get)
                            .ifPresent(advised -> answers.put(ticket, advised));
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> Log.warnf(failure, "ticket %s goes by rules", ticket))
                .onFailure()
                .recoverWithNull();
    }

    private static Map<UUID, Advised> told(int asked, Map<UUID, Advised> answers) {
        Map<UUID, Advised> inTime = Map.copyOf(answers);
        if (inTime.size() < asked) {
            Log.debugf("%d of %d tickets go by rules", asked - inTime.size(), asked);
        }
        return inTime;
    }

    /** Back where the transaction is. */
    private static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }
}
