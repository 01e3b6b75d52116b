package org.chuishao.routing.classify;

import java.util.List;
import java.util.Set;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.learn.Answer.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * What models made of a text.
 *
 * @param opinion of the model in use; null where there is none
 * @param lines those that a person has given to it
 * @param said the first label of each model that was asked, those on trial included
 * @param meaning of the text, as it may leave this service
 */
public record Advised(
        @Nullable Opinion opinion,
        Set<String> lines,
        List<Said> said,
        @Nullable Meaning meaning) {

    public Advised {
        lines = Set.copyOf(lines);
        said = List.copyOf(said);
    }

    public Advised(@Nullable Opinion opinion, Set<String> lines, List<Said> said) {
        this(opinion, lines, said, null);
    }

    public Advised meaning(@Nullable Meaning of) {
        return new Advised(opinion, lines, said, of);
    }

    /**
     * Of the model in use.
     *
     * @param model its version
     * @param sure above its line's threshold
     * @param candidates the likeliest first; none where it has nothing worth showing
     * @param evidence the nearest confirmed tickets of the category
     */
    public record Opinion(
            String model,
            String category,
            double confidence,
            boolean sure,
            List<Candidate> candidates,
            List<String> evidence) {

        public Opinion {
            candidates = List.copyOf(candidates);
            evidence = List.copyOf(evidence);
        }
    }

    /** @param model its version */
    public record Said(String model, String category, double confidence) {}

    /**
     * The opinion that stands for the category by itself: sure enough, in a line that a person has given to the model, and of
     * nothing that is a danger to life: of that a model may warn, and no more.
     */
    @Nullable
    Opinion decisive(Taxonomy taxonomy) {
        Opinion its = opinion;
        return its != null && its.sure() && has(taxonomy, its.category()) && !critical(taxonomy, its.category())
                ? its
                : null;
    }

    /** It is unsure of a line that is its own, or words alone speak for one of its lines and it does not: a person is asked. */
    boolean asksFor(Taxonomy taxonomy, String byRules, boolean clear) {
        if (opinion == null) {
            return false;
        }
        return clear
                ? has(taxonomy, byRules) && !opinion.category().equals(byRules)
                : has(taxonomy, opinion.category());
    }

    private boolean has(Taxonomy taxonomy, String category) {
        return taxonomy.category(category)
                .map(it -> lines.contains(it.lineOrTerritory()))
                .orElse(false);
    }

    private static boolean critical(Taxonomy taxonomy, String category) {
        return taxonomy.category(category).map(Category::severity).orElse(null) == Severity.CRITICAL;
    }
}
