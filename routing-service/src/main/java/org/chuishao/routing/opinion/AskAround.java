package org.chuishao.routing.opinion;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.log.CauseInWords;
import org.chuishao.routing.opinion.Turns.Turn;

/** Looks for waiting tickets and asks about them, beside the log and never in its way. */
@ApplicationScoped
class AskAround {

    private final Model model;
    private final Turns turns;
    private final Tries tries;
    private final AskModel ask;

    AskAround(Model model, Turns turns, Tries tries, AskModel ask) {
        this.model = model;
        this.turns = turns;
        this.tries = tries;
        this.ask = ask;
    }

    @Scheduled(
            every = "${chuishao.routing.opinion.every}",
            delayed = "${chuishao.routing.opinion.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> pass() {
        int room = model.room();
        return room == 0
                ? Uni.createFrom().voidItem()
                : turns.take(room, tries.atMost()).chain(this::askAll);
    }

    private Uni<Void> askAll(List<Turn> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUni(this::askAbout)
                .merge(Math.max(1, taken.size()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Opening and masking take a thread of their own; one ticket's failure is none of the others'. */
    private Uni<Void> askAbout(Turn turn) {
        return Uni.createFrom()
                .deferred(() -> ask.about(turn))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(UnsealException.class)
                .recoverWithUni(failure -> {
                    Log.warnf("no opinion is asked of ticket %s: %s", turn.ticket(), failure.getMessage());
                    return turns.over(turn);
                })
                .onFailure()
                .invoke(failure ->
                        Log.warnf("ticket %s is asked about later: %s", turn.ticket(), CauseInWords.of(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
