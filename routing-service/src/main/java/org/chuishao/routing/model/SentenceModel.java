package org.chuishao.routing.model;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BooleanSupplier;
import org.chuishao.routing.learn.BgeSmallZh;
import org.chuishao.routing.learn.Meanings;
import org.chuishao.routing.learn.SharedEmbedder;
import org.jspecify.annotations.Nullable;

/** The sentence model, loaded when it is first asked: a service that has learnt nothing does not hold its 200 MB. */
@ApplicationScoped
class SentenceModel {

    private final LearnConfig config;
    private @Nullable Loaded loaded;

    SentenceModel(LearnConfig config) {
        this.config = config;
    }

    private record Loaded(SharedEmbedder shared, Meanings forLearning) {}

    /** Refuses where too many wait, or nobody wants it any more. */
    Meanings forTickets(BooleanSupplier wanted) {
        SharedEmbedder shared = load().shared();
        return new Meanings(texts -> shared.embed(texts, wanted));
    }

    /** On the thread of whoever learns, which can wait. */
    Meanings forLearning() {
        return load().forLearning();
    }

    private synchronized Loaded load() {
        Loaded present = loaded;
        if (present == null) {
            BgeSmallZh model = new BgeSmallZh();
            SharedEmbedder shared = new SharedEmbedder(model, config.cores(), config.waiting(), config.patience());
            present = new Loaded(shared, new Meanings(model));
            loaded = present;
        }
        return present;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        Loaded present = loaded;
        if (present != null) {
            // the model itself goes with the process: a thread may be inside it
            present.shared().close();
        }
    }
}
