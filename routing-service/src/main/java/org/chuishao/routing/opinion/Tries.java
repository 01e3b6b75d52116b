package org.chuishao.routing.opinion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the model about one ticket, again where that may help; each time only as far as the budget and the ticket allow. */
@ApplicationScoped
class Tries {

    private final Model model;
    private final Budget budget;
    private final OpinionConfig config;
    private final Clock clock;

    Tries(Model model, Budget budget, OpinionConfig config, Clock clock) {
        this.model = model;
        this.budget = budget;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What came of it in the end.
     *
     * @param last empty where nothing was sent
     * @param count requests that were made
     * @param tokens that they cost at most
     */
    record Made(@Nullable Try last, int count, int tokens) {

        private static final Made NONE = new Made(null, 0, 0);

        private Made and(Try next, int cost) {
            return new Made(next, count + 1, tokens + cost);
        }
    }

    Uni<Made> about(UUID ticket, Prompt prompt) {
        return next(ticket, prompt, Made.NONE);
    }

    private Uni<Made> next(UUID ticket, Prompt prompt, Made before) {
        int most = prompt.tokensAtMost() + config.maxTokens();
        return budget.setAside(ticket, most)
                .chain(day -> day.isEmpty()
                        ? Uni.createFrom().item(before)
                        : model.ask(prompt).chain(made -> settled(day.get(), made, most)
                                .chain(cost -> goOn(ticket, prompt, before.and(made, cost), made))));
    }

    private Uni<Integer> settled(LocalDate day, Try made, int most) {
        int cost = made.cost(most);
        return budget.giveBack(day, most - cost).replaceWith(cost);
    }

    private Uni<Made> goOn(UUID ticket, Prompt prompt, Made made, Try last) {
        Optional<Duration> pause = last.again() && made.count() <= config.retries() && !model.letAlone()
                ? last.pause(made.count(), config.longestWait(), clock.instant())
                : Optional.empty();
        return pause.isEmpty()
                ? Uni.createFrom().item(made)
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(pause.get())
                        .chain(() -> next(ticket, prompt, made));
    }

    /** Longer than all of it can take. */
    Duration atMost() {
        return config.timeout()
                .plus(config.longestWait())
                .multipliedBy(config.retries() + 1L)
                .plusSeconds(30);
    }
}
