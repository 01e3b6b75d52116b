package org.chuishao.routing.classify;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.location.Position;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.classify.Advised.Said;
import org.chuishao.routing.classify.Assessment.Counselled;
import org.chuishao.routing.learn.Answer.Candidate;
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
        Advised deciding = advised != null && !isDesk(byRules) && advised.decides(taxonomy) ? advised : null;
        boolean learnt = deciding != null;
        Classification about = deciding == null ? byRules : byModel(deciding);
        boolean clear = learnt || about.confidence() >= clearAt;
        boolean personAsked =
                advised != null && !learnt && !isDesk(byRules) && advised.asksFor(taxonomy, about.category(), clear);
        Urgency.Finding urgent = urgency(words, byRules, about);
        String category = about.category();
        if (urgent.category() != null && (!clear || urgent.severity() == Severity.CRITICAL)) {
            category = urgent.category();
            clear = true;
        }
        Whereabouts.Place place = places.find(words);
        List<String> evidence = new ArrayList<>();
        urgent.words().forEach(word -> evidence.add("hazard: " + word));
        about.evidence().forEach(word -> evidence.add((learnt ? "confirmed: " : "word: ") + word));
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

    private static boolean isDesk(Classification about) {
        return about.model().equals(DESK);
    }

    private static Classification byModel(Advised advised) {
        Candidate first = advised.candidates().get(0);
        return new Classification(
                first.label(), first.confidence(), advised.said().get(0).model(), first.evidence());
    }

    /** A model may raise what the rules find, and never lowers it. */
    private Urgency.Finding urgency(Words words, Classification byRules, Classification about) {
        Urgency.Finding found = urgency.judge(words.title(), words.content(), words.kind(), byRules.category());
        if (about.category().equals(byRules.category())) {
            return found;
        }
        Urgency.Finding other = urgency.judge(words.title(), words.content(), words.kind(), about.category());
        return Urgency.rank(other.severity()) < Urgency.rank(found.severity()) ? other : found;
    }

    private static Counselled counselled(@Nullable Advised advised, boolean personAsked, Classification byRules) {
        if (advised == null) {
            return Counselled.NONE;
        }
        List<Said> said = new ArrayList<>(advised.said());
        said.add(new Said(byRules.model(), byRules.category(), byRules.confidence()));
        return new Counselled(personAsked, advised.candidates(), said);
    }

    /** A person's word stands above the words; a danger to life in these stands above both. */
    private Classification about(Words words) {
        String named = words.named();
        return named != null && taxonomy.category(named).isPresent()
                ? new Classification(named, 1, DESK, List.of())
                : classifier.classify(words.title(), words.content());
    }
}
