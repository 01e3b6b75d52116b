package org.chuishao.routing.opinion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.classify.KeywordClassifier;
import org.chuishao.routing.opinion.KeptOpinions.Told;
import org.chuishao.routing.opinion.Turns.Turn;

/** Asks about one ticket: opens its words in memory, sends them masked with a closed list, keeps what comes of it. */
@ApplicationScoped
class AskModel {

    private final CurrentRules rules;
    private final Sealer sealer;
    private final Model model;
    private final Tries tries;
    private final KeptOpinions kept;
    private final Turns turns;
    private final OpinionMeters meters;
    private final OpinionConfig config;
    private final Clock clock;

    AskModel(
            CurrentRules rules,
            Sealer sealer,
            Model model,
            Tries tries,
            KeptOpinions kept,
            Turns turns,
            OpinionMeters meters,
            OpinionConfig config,
            Clock clock) {
        this.rules = rules;
        this.sealer = sealer;
        this.model = model;
        this.tries = tries;
        this.kept = kept;
        this.turns = turns;
        this.meters = meters;
        this.config = config;
        this.clock = clock;
    }

    private record Question(Choices choices, Prompt prompt) {}

    /** The answer is kept before the turn ends: whoever dies in between leaves a ticket that is asked about once more. */
    Uni<Void> about(Turn turn) {
        Question question = question(turn);
        Instant begin = clock.instant();
        return tries.about(turn.ticket(), question.prompt()).chain(made -> {
            if (made.last() == null) {
                return turns.again(turn, config.again());
            }
            Told told = told(turn, question, begin, made, made.last());
            meters.count(told);
            return kept.keep(told)
                    .chain(() -> told.outcome().passes() ? turns.again(turn, config.again()) : turns.over(turn));
        });
    }

    private Question question(Turn turn) {
        String title = sealer.open(turn.title());
        String content = turn.content().stream().map(sealer::open).collect(Collectors.joining("\n"));
        Taxonomy taxonomy = rules.get().taxonomy();
        Choices choices = Choices.of(
                taxonomy,
                turn.candidates(),
                new KeywordClassifier(taxonomy).likeliest(title, content),
                turn.category());
        return new Question(choices, Prompt.of(title, content, choices));
    }

    private Told told(Turn turn, Question question, Instant begin, Tries.Made made, Try last) {
        Opinion opinion = last.outcome() == Outcome.OPINION
                ? AnswerReader.opinion(last.answer(), question.choices()).orElse(null)
                : null;
        boolean nonsense = last.outcome() == Outcome.OPINION && opinion == null;
        return new Told(
                turn,
                begin,
                Duration.between(begin, clock.instant()),
                model.host(),
                model.name(),
                question.prompt(),
                made,
                last.answer(),
                nonsense ? Outcome.INVALID : last.outcome(),
                opinion);
    }
}
