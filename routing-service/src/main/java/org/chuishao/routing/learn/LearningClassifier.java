package org.chuishao.routing.learn;

import java.util.concurrent.atomic.AtomicReference;
import org.chuishao.routing.classify.Classification;
import org.chuishao.routing.classify.Classifier;
import org.jspecify.annotations.Nullable;

/**
 * Answers by what was learnt, and by the rules where nothing was learnt yet or the model fails: a ticket never waits for a
 * model. The model is put in its place, and taken back, between two answers.
 */
public final class LearningClassifier implements Classifier {

    private final Classifier rules;
    private final Meanings meanings;
    private final AtomicReference<@Nullable Learnt> model = new AtomicReference<>();

    public LearningClassifier(Classifier rules, Meanings meanings) {
        this.rules = rules;
        this.meanings = meanings;
    }

    /** @return the model that answered until now; to roll back is to put it in its place again */
    public @Nullable Learnt use(@Nullable Learnt next) {
        return model.getAndSet(next);
    }

    @Override
    public Classification classify(String title, String content) {
        Learnt learnt = model.get();
        if (learnt == null) {
            return rules.classify(title, content);
        }
        try {
            Answer answer = learnt.answer(title, content, meanings.of(title, content));
            Answer.Candidate first = answer.first();
            return new Classification(first.label(), first.confidence(), answer.model(), first.evidence());
        } catch (IllegalStateException e) {
            return rules.classify(title, content);
        }
    }
}
