package org.chuishao.routing.model;

import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.learn.Learnt;
import org.chuishao.routing.learn.ModelFile;
import org.chuishao.routing.model.Model.State;
import org.chuishao.routing.trial.CoverageCurve;
import org.chuishao.routing.trial.Judged;
import org.chuishao.routing.trial.Trial;
import org.jspecify.annotations.Nullable;

/** Learns a model on the thread of whoever asks for it, and says how far it is: seconds for a thousand examples. */
@ApplicationScoped
class Learning {

    private static final int FOLDS = 5;

    /** More are tried once: the last fifth by what came before. */
    private static final int MOST_FOLDED = 3_000;

    private static final int TELL_EVERY = 50;

    private final ModelStore store;
    private final SentenceModel sentences;

    Learning(ModelStore store, SentenceModel sentences) {
        this.store = store;
        this.sentences = sentences;
    }

    /** An example whose meaning may be known. */
    record Known(Example example, float @Nullable [] meaning) {}

    /** Told of each meaning that had to be computed. */
    interface Keeper {
        void keep(Example example, float[] meaning);
    }

    /**
     * Keeps the model in its place, or why it did not learn.
     *
     * @param examples the oldest first
     */
    void learn(UUID id, List<Known> examples, State then, Keeper keeper) {
        try {
            Map<Example, float[]> meanings = read(id, examples, keeper);
            List<Example> all = examples.stream().map(Known::example).toList();
            Trial trial = new Trial(some -> some.stream()
                    .map(one -> Objects.requireNonNull(meanings.get(one)))
                    .toList());
            boolean folded = all.size() <= MOST_FOLDED;
            List<Judged> judged = folded ? trial.folds(all, FOLDS, all.size()) : later(trial, all);
            Learnt model = trial.learn(all);
            String method = folded ? "five folds" : "the last fifth by what came before";
            Figures figures = Figures.of(method, judged);
            String curve = CoverageCurve.svg(
                    "How much of what is done by itself is right (%d messages)".formatted(judged.size()), judged);
            store.learnt(id, then, model.version(), JsonObject.mapFrom(figures), curve, bytes(model))
                    .await()
                    .indefinitely();
            Log.infof("model %s has learnt from %d examples, and is %s", model.version(), all.size(), then);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            Log.errorf(e, "model %s has not learnt", id);
            store.failed(id, e.toString()).await().indefinitely();
        }
    }

    private Map<Example, float[]> read(UUID id, List<Known> examples, Keeper keeper) {
        Map<Example, float[]> meanings = new IdentityHashMap<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i).example();
            float[] meaning = examples.get(i).meaning();
            if (meaning == null) {
                meaning = sentences.forLearning().of(example.title(), example.body());
                keeper.keep(example, meaning);
            }
            meanings.put(example, meaning);
            if (i % TELL_EVERY == 0) {
                store.progress(id, i).await().indefinitely();
            }
        }
        store.progress(id, examples.size()).await().indefinitely();
        return meanings;
    }

    private static List<Judged> later(Trial trial, List<Example> all) {
        int old = all.size() - all.size() / FOLDS;
        return trial.judge(trial.learn(all.subList(0, old)), new ArrayList<>(all.subList(old, all.size())));
    }

    private static Buffer bytes(Learnt model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelFile.write(model, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }
}
