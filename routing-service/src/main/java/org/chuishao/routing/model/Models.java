package org.chuishao.routing.model;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.chuishao.mesh.sight.Scrub;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.classify.Advised;
import org.chuishao.routing.classify.Counsel;
import org.chuishao.routing.learn.ModelFile;
import org.chuishao.routing.learn.Outcome;
import org.chuishao.routing.learn.Thresholds;
import org.chuishao.routing.model.InUse.Kept;
import org.chuishao.routing.model.Model.State;
import org.jspecify.annotations.Nullable;

/** The models in memory, read again as often as the rules are, and the counsel that they give. */
@ApplicationScoped
class Models implements Counsel {

    /** So many of a model's confirmed answers speak for how it fares now. */
    private static final int LATEST = 500;

    /** After a failure the rules go on alone for so long: what is too slow for one is too slow for the next. */
    private static final long REST = TimeUnit.SECONDS.toNanos(2);

    private final ModelStore store;
    private final Confirmed confirmed;
    private final LineSwitches switches;
    private final SentenceModel sentences;
    private final SecretPlanes planes;
    private final CurrentRules rules;
    private final LearnConfig config;
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
    private final AtomicLong readings = new AtomicLong();
    private long newest;
    private volatile InUse inUse = InUse.NOTHING;

    Models(
            ModelStore store,
            Confirmed confirmed,
            LineSwitches switches,
            SentenceModel sentences,
            SecretPlanes planes,
            CurrentRules rules,
            LearnConfig config) {
        this.store = store;
        this.confirmed = confirmed;
        this.switches = switches;
        this.sentences = sentences;
        this.planes = planes;
        this.rules = rules;
        this.config = config;
    }

    @Override
    public boolean silent() {
        return inUse.silent() || restUntil.get() - System.nanoTime() > 0;
    }

    @Override
    public Optional<Advised> on(String title, String content, BooleanSupplier wanted) {
        InUse present = inUse;
        if (silent()) {
            return Optional.empty();
        }
        try {
            String shortTitle = Scrub.numbers(title);
            String text = Scrub.numbers(content);
            float[] meaning = sentences.forTickets(wanted).of(shortTitle, text);
            return present.on(shortTitle, text, meaning, this::lineOf)
                    .map(advised -> advised.meaning(planes.of(meaning)));
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            restUntil.set(System.nanoTime() + REST);
            Log.warnf("the model rests, the rules go on: %s", e.getMessage());
            return Optional.empty();
        }
    }

    InUse inUse() {
        return inUse;
    }

    String lineOf(String category) {
        return rules.get()
                .taxonomy()
                .category(category)
                .map(Category::lineOrTerritory)
                .orElse(Category.TERRITORY);
    }

    @Scheduled(every = "${chuishao.routing.rules-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> readAgain() {
        long reading = readings.incrementAndGet();
        return switches.all()
                .chain(lines -> kept(State.ACTIVE)
                        .chain(active -> kept(State.ON_TRIAL).chain(onTrial -> thresholds(active)
                                .map(limits -> new InUse(active, onTrial, limits, enabled(lines))))))
                .call(read -> read.silent() ? Uni.createFrom().voidItem() : planes.draw())
                .invoke(read -> use(reading, read))
                .replaceWithVoid();
    }

    /** Of two that read at once the one that began later knows what holds. */
    private synchronized void use(long reading, InUse read) {
        if (reading > newest) {
            newest = reading;
            inUse = read;
        }
    }

    private static Set<String> enabled(Map<String, LineSwitches.Switch> lines) {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().enabled())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Uni<Thresholds> thresholds(@Nullable Kept active) {
        return active == null
                ? Uni.createFrom().item(Thresholds.NONE)
                : outcomes(active)
                        .map(outcomes -> InUse.thresholds(active.model(), outcomes, this::lineOf, config.target()));
    }

    Uni<List<Outcome>> outcomes(Kept model) {
        return confirmed.outcomes(model.model().version(), LATEST);
    }

    /** Of the same model only its place is asked, not its bytes. */
    private Uni<@Nullable Kept> kept(State state) {
        return store.in(state).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().nullItem();
            }
            for (Kept known : new Kept[] {inUse.active(), inUse.onTrial()}) {
                if (known != null && known.id().equals(found.get().id())) {
                    return Uni.createFrom().item(known);
                }
            }
            return store.bytes(found.get().id())
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(bytes -> {
                        try {
                            return new Kept(found.get().id(), ModelFile.read(new ByteArrayInputStream(bytes)));
                        } catch (IOException | RuntimeException e) {
                            Log.errorf("model %s is not asked: %s", found.get().version(), e.getMessage());
                            return null;
                        }
                    });
        });
    }
}
