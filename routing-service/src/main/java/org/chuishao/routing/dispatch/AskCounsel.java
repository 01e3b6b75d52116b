package org.chuishao.routing.dispatch;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.classify.Advised;
import org.chuishao.routing.classify.Counsel;
import org.chuishao.routing.dispatch.Router.Opened;

/**
 * Asks what was learnt about the tickets of a batch, many at once and off the event loop. Reports and secret tickets are not
 * asked about. What has no answer in time is decided by rules: the log does not wait for a model.
 */
@ApplicationScoped
class AskCounsel {

    /** As many as share a batch of the sentence model, twice: one is computed while the next gathers. */
    private static final int AT_ONCE = 16;

    /** For a whole batch of the log. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Counsel counsel;

    AskCounsel(Counsel counsel) {
        this.counsel = counsel;
    }

    Uni<Map<UUID, Advised>> about(List<Opened> tickets) {
        List<Opened> asked = tickets.stream().filter(AskCounsel::mayBeAsked).toList();
        if (asked.isEmpty() || counsel.silent()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<UUID, Advised> answers = new ConcurrentHashMap<>();
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUni(one -> answer(one, answers))
                .merge(AT_ONCE)
                .collect()
                .last()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(() -> {
                    Log.warnf(
                            "%d of %d tickets go by rules: the model is too slow",
                            asked.size() - answers.size(), asked.size());
                    return Uni.createFrom().nullItem();
                })
                .emitOn(here())
                .map(last -> Map.copyOf(answers));
    }

    private static boolean mayBeAsked(Opened ticket) {
        return ticket.words().kind() != Kind.REPORT && !ticket.secret();
    }

    private Uni<Void> answer(Opened one, Map<UUID, Advised> answers) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    counsel.on(one.words().title(), one.words().content())
                            .ifPresent(advised -> answers.put(one.ticket(), advised));
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Back where the transaction is. */
    private static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }
}
