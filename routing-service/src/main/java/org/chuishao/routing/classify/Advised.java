package org.chuishao.routing.classify;

import java.util.List;
import java.util.Set;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.learn.Answer.Candidate;

/**
 * What models made of a text.
 *
 * @param sure the first candidate is above its line's threshold
 * @param candidates of the model in use, the likeliest first; none where it has nothing worth showing
 * @param lines those that a person has given to the model
 * @param said the first label of each model that was asked, those on trial included
 */
public record Advised(boolean sure, List<Candidate> candidates, Set<String> lines, List<Said> said) {

    public Advised {
        candidates = List.copyOf(candidates);
        lines = Set.copyOf(lines);
        said = List.copyOf(said);
    }

    /** @param model its version */
    public record Said(String model, String category, double confidence) {}

    /** Sure enough, and a person has given it that line: it stands for the category by itself. */
    boolean decides(Taxonomy taxonomy) {
        return sure && has(taxonomy, candidates.get(0).label());
    }

    /** It is unsure of a line that is its own, or words alone speak for one of its lines and it does not: a person is asked. */
    boolean asksFor(Taxonomy taxonomy, String byRules, boolean clear) {
        if (candidates.isEmpty()) {
            return false;
        }
        String first = candidates.get(0).label();
        return clear ? has(taxonomy, byRules) && !first.equals(byRules) : has(taxonomy, first);
    }

    private boolean has(Taxonomy taxonomy, String category) {
        return taxonomy.category(category)
                .map(it -> lines.contains(it.lineOrTerritory()))
                .orElse(false);
    }
}
