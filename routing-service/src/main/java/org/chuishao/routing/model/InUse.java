package org.chuishao.routing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chuishao.routing.classify.Advised;
import org.chuishao.routing.classify.Advised.Opinion;
import org.chuishao.routing.classify.Advised.Said;
import org.chuishao.routing.learn.Advice;
import org.chuishao.routing.learn.Answer;
import org.chuishao.routing.learn.Answer.Candidate;
import org.chuishao.routing.learn.Learnt;
import org.chuishao.routing.learn.Outcome;
import org.chuishao.routing.learn.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * The models that are asked, and what the one in use may do.
 *
 * @param active answers; null where the rules are alone
 * @param onTrial answers beside it, and nothing is done by that
 * @param thresholds of the active one, by line
 * @param lines those that a person has given to it
 */
record InUse(@Nullable Kept active, @Nullable Kept onTrial, Thresholds thresholds, Set<String> lines) {

    static final InUse NOTHING = new InUse(null, null, Thresholds.NONE, Set.of());

    record Kept(UUID id, Learnt model) {}

    boolean silent() {
        return active == null && onTrial == null;
    }

    /**
     * By line, over what the model would have said of its own examples, had it not known them, and what it did say of tickets
     * that were confirmed since. What was confirmed since has to reach the target by itself as well, line by line: a threshold
     * rises when times change.
     *
     * @param confirmed of the model, the oldest first
     */
    static Thresholds thresholds(Learnt model, List<Outcome> confirmed, UnaryOperator<String> lineOf, double target) {
        List<Outcome> all = new ArrayList<>(model.outcomes());
        all.addAll(confirmed);
        List<Outcome> later = new ArrayList<>(model.later());
        later.addAll(confirmed);
        return Thresholds.of(byLine(all, lineOf), byLine(later, lineOf), target)
                .heldTo(byLine(confirmed, lineOf), target);
    }

    private static List<Outcome> byLine(List<Outcome> outcomes, UnaryOperator<String> lineOf) {
        return outcomes.stream()
                .map(it -> new Outcome(lineOf.apply(it.label()), it.confidence(), it.right()))
                .toList();
    }

    Optional<Advised> on(String title, String content, float[] meaning, UnaryOperator<String> lineOf) {
        List<Said> said = new ArrayList<>();
        Opinion opinion = null;
        if (active != null) {
            Answer answer = active.model.answer(title, content, meaning);
            said.add(said(answer));
            opinion = opinion(answer, thresholds.of(lineOf.apply(answer.first().label())));
        }
        if (onTrial != null && (active == null || !onTrial.model.version().equals(active.model.version()))) {
            said.add(said(onTrial.model.answer(title, content, meaning)));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(new Advised(opinion, lines, said));
    }

    private static Opinion opinion(Answer answer, double threshold) {
        Candidate first = answer.first();
        Advice advice = Learnt.advice(answer, threshold);
        return new Opinion(
                answer.model(),
                first.label(),
                first.confidence(),
                advice == Advice.AUTO,
                advice == Advice.HUMAN ? List.of() : answer.candidates(),
                first.evidence());
    }

    private static Said said(Answer answer) {
        return new Said(answer.model(), answer.first().label(), answer.first().confidence());
    }
}
