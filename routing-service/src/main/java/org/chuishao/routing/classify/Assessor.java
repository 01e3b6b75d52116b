package org.chuishao.routing.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.location.Position;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.classify.Advised.Opinion;
import org.chuishao.routing.classify.Advised.Said;
import org.chuishao.routing.classify.Assessment.Counselled;
import org.jspecify.annotations.Nullable;

/** Makes an assessment of a ticket's words, by the rules, the classifier and the names of places. */
public final class Assessor {

    private static final String DESK = "desk";

    private final Taxonomy taxonomy;
    private final Urgency urgency;
    private final Classifier classifier;
    private final Whereabouts places;
    private final double clearAt;

    /** @param clearAt the confidence from which on a category is clear, 0 to 1 */
    Assessor(Taxonomy taxonomy, Classifier classifier, Whereabouts places, double clearAt) {
        this.taxonomy = taxonomy;
        this.urgency = new Urgency(taxonomy);
        this.classifier = classifier;
        this.places = places;
        this.clearAt = clearAt;
    }

    /**
     * Words as they came in.
     *
     * @param place what the caller said about where
     * @param region the smallest region known so far
     * @param position where the caller stood or pointed to
     * @param named the category that a desk named which opened the ticket itself
     */
    public record Words(
            String title,
            String content,
            @Nullable String place,
            @Nullable Kind kind,
            String region,
            @Nullable Position position,
            @Nullable String named) {

        public Words(
                String title,
                String content,
                @Nullable String place,
                @Nullable Kind kind,
                String region,
                @Nullable Position position) {
            this(title, content, place, kind, region, position, null);
        }
    }

    public Assessment assess(Words words) {
        return assess(words, null);
    }

    /** @param advised what models made of the words, if any were asked */
    public Assessment assess(Words words, @Nullable Advised advised) {
        Classification byRules = about(words);
        boolean named = byRules.model().equals(DESK);
        Opinion learnt = advised == null || named ? null : advised.decisive(taxonomy);
        Classification about = learnt == null ? byRules : byModel(learnt);
        boolean clear = learnt != null || about.confidence() >= clearAt;
        Urgency.Finding urgent = urgency(words, byRules, advised);
        String category = about.category();
        boolean byHazard = urgent.category() != null && (!clear || urgent.severity() == Severity.CRITICAL);
        if (byHazard) {
            category = Objects.requireNonNull(urgent.category());
            clear = true;
        }
        boolean personAsked =
                advised != null && learnt == null && !named && !byHazard && advised.asksFor(taxonomy, category, clear);
        Whereabouts.Place place = places.find(words);
        List<String> evidence = new ArrayList<>();
        urgent.words().forEach(word -> evidence.add("hazard: " + word));
        if (learnt == null) {
            about.evidence().forEach(word -> evidence.add("word: " + word));
        } else {
            // which they are stands with the candidates: the log goes to all services
            evidence.add("confirmed tickets alike: " + about.evidence().size());
        }
        evidence.addAll(place.evidence());
        return new Assessment(
                urgent.severity(),
                category,
                about.confidence(),
                clear,
                urgent.safety(),
                about.model(),
                place.region(),
                evidence,
                counselled(advised, personAsked, byRules));
    }

    private static Classification byModel(Opinion learnt) {
        return new Classification(learnt.category(), learnt.confidence(), learnt.model(), learnt.evidence());
    }

    /** A model that is sure may raise what the rules find, and never lowers it. */
    private Urgency.Finding urgency(Words words, Classification byRules, @Nullable Advised advised) {
        Urgency.Finding found = urgency.judge(words.title(), words.content(), words.kind(), byRules.category());
        Opinion opinion = advised == null ? null : advised.opinion();
        if (opinion == null || !opinion.sure()) {
            return found;
        }
        Urgency.Finding other = urgency.judge(words.title(), words.content(), words.kind(), opinion.category());
        return Urgency.rank(other.severity()) < Urgency.rank(found.severity()) ? other : found;
    }

    private static Counselled counselled(@Nullable Advised advised, boolean personAsked, Classification byRules) {
        if (advised == null) {
            return Counselled.NONE;
        }
        List<Said> said = new ArrayList<>(advised.said());
        said.add(new Said(byRules.model(), byRules.category(), byRules.confidence()));
        Opinion opinion = advised.opinion();
        return new Counselled(
                personAsked, opinion == null ? List.of() : opinion.candidates(), said, byRules.category());
    }

    /** A person's word stands above the words; a danger to life in these stands above both. */
    private Classification about(Words words) {
        String named = words.named();
        return named != null && taxonomy.category(named).isPresent()
                ? new Classification(named, 1, DESK, List.of())
                : classifier.classify(words.title(), words.content());
    }
}
