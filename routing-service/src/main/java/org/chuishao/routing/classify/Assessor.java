package org.chuishao.routing.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.reference.Found;
import org.chuishao.mesh.reference.PlaceFinder;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.routing.category.Taxonomy;
import org.jspecify.annotations.Nullable;

/** Makes an assessment of a ticket's words, by the rules, the classifier and the names of places. */
public final class Assessor {

    private static final int COMMUNITY = 5;

    /** A bare short name may be any word; with a known region around it, it is a place. */
    private static final double SURE_OF_PLACE = 0.6;

    /** A place is named at the beginning, or not at all. */
    private static final int PLACE_READ = 2_000;

    private final Urgency urgency;
    private final Classifier classifier;
    private final PlaceFinder places;
    private final double clearAt;

    /** @param clearAt the confidence from which on a category is clear, 0 to 1 */
    public Assessor(Taxonomy taxonomy, Classifier classifier, PlaceFinder places, double clearAt) {
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
     */
    public record Words(
            String title,
            String content,
            @Nullable String place,
            @Nullable Kind kind,
            String region) {}

    public Assessment assess(Words words) {
        Classification about = classifier.classify(words.title(), words.content());
        boolean clear = about.confidence() >= clearAt;
        Urgency.Finding urgent = urgency.judge(words.title(), words.content(), words.kind(), about.category());
        String category = about.category();
        if (urgent.category() != null && (!clear || urgent.severity() == Severity.CRITICAL)) {
            category = urgent.category();
            clear = true;
        }
        Optional<Found> place = place(words);
        List<String> evidence = new ArrayList<>();
        urgent.words().forEach(word -> evidence.add("hazard: " + word));
        about.evidence().forEach(word -> evidence.add("word: " + word));
        place.ifPresent(found -> found.evidence().forEach(name -> evidence.add("place: " + name)));
        return new Assessment(
                urgent.severity(),
                category,
                about.confidence(),
                clear,
                urgent.safety(),
                about.model(),
                place.map(Found::code).orElse(words.region()),
                evidence);
    }

    /** Only a place within the known region, and smaller than it, is news. */
    private Optional<Found> place(Words words) {
        String known = words.region();
        if (RegionCode.level(known).orElse(0) >= COMMUNITY) {
            return Optional.empty();
        }
        String text = (words.place() == null ? "" : words.place() + '\n') + words.title() + '\n' + words.content();
        return places.find(text.substring(0, Math.min(text.length(), PLACE_READ)), known)
                .filter(found -> found.confidence() >= SURE_OF_PLACE)
                .filter(found -> found.code().startsWith(known) && found.code().length() > known.length());
    }
}
