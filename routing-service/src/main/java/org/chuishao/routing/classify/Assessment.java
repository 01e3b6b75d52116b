package org.chuishao.routing.classify;

import java.util.List;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.classify.Advised.Said;
import org.chuishao.routing.learn.Answer.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * All that is made of a ticket's words: what it is about, how urgent, and where.
 *
 * @param clear the category may be acted on
 * @param safety (涉险) a person decides
 * @param region the smallest region known, its own or found in the words
 * @param evidence hazard words, words of the category and names of places, each with its sort before it
 */
public record Assessment(
        Severity severity,
        String category,
        double confidence,
        boolean clear,
        boolean safety,
        String model,
        String region,
        List<String> evidence,
        Counselled counselled) {

    public Assessment {
        evidence = List.copyOf(evidence);
    }

    /** By the rules alone. */
    public Assessment(
            Severity severity,
            String category,
            double confidence,
            boolean clear,
            boolean safety,
            String model,
            String region,
            List<String> evidence) {
        this(severity, category, confidence, clear, safety, model, region, evidence, Counselled.NONE);
    }

    /**
     * What the models added.
     *
     * @param personAsked a model that has the line is not sure: a person chooses
     * @param candidates for that person, the likeliest first
     * @param said what each model, and the rules, would have called it; confirmed later
     * @param byRules the category by the rules' words alone; null where no model was asked
     */
    public record Counselled(
            boolean personAsked,
            List<Candidate> candidates,
            List<Said> said,
            @Nullable String byRules) {

        public static final Counselled NONE = new Counselled(false, List.of(), List.of(), null);

        public Counselled {
            candidates = List.copyOf(candidates);
            said = List.copyOf(said);
        }
    }

    /** Words may raise what was found before, or what a person said, to a danger to life; they never take it back. */
    public Assessment atLeast(@Nullable Severity known) {
        return known == Severity.CRITICAL && severity != Severity.CRITICAL
                ? new Assessment(known, category, confidence, clear, safety, model, region, evidence, counselled)
                : this;
    }
}
