package org.chuishao.routing.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chuishao.routing.catalogue.RuleVersion.Sort;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Hazard;
import org.chuishao.routing.category.Line;
import org.chuishao.routing.category.RuleRows;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.category.Term;
import org.chuishao.routing.category.Tsv.Row;

/**
 * All rules with their versions: what held on a day is found again at any time.
 *
 * @param entries of two for the same place and day the first holds
 * @param versions in the order in which they came
 */
public record RuleBook(
        Collection<Term> terms,
        Collection<Line> lines,
        Collection<Category> categories,
        Collection<Hazard> hazards,
        List<Entry> entries,
        List<Conflict> conflicts,
        List<RuleVersion> versions) {

    /** Those that come with the product. */
    public static RuleBook shipped() {
        Rules shipped = Rules.shipped();
        Taxonomy taxonomy = shipped.taxonomy();
        return new RuleBook(
                taxonomy.terms(),
                taxonomy.lines(),
                taxonomy.categories(),
                taxonomy.hazards(),
                shipped.catalogue().entries(),
                shipped.conflicts(),
                List.of());
    }

    /** The same with other versions. */
    public RuleBook with(List<RuleVersion> others) {
        return new RuleBook(terms, lines, categories, hazards, entries, conflicts, List.copyOf(others));
    }

    /**
     * The rules of a day.
     *
     * @throws IllegalArgumentException if they do not fit together
     */
    public Rules on(LocalDate day) {
        Taxonomy taxonomy = new Taxonomy();
        overlay(Sort.TERM, day, terms, it -> it.sort() + it.code(), RuleRows::term)
                .forEach(taxonomy::add);
        overlay(Sort.LINE, day, lines, Line::code, RuleRows::line).forEach(taxonomy::add);
        Map<String, Category> open = new LinkedHashMap<>();
        overlay(Sort.CATEGORY, day, categories, Category::code, RuleRows::category)
                .forEach(it -> open.put(it.code(), it));
        while (!open.isEmpty()) {
            add(open.values().iterator().next(), open, taxonomy);
        }
        hazards.forEach(taxonomy::add);
        List<Conflict> valid = List.copyOf(overlay(Sort.CONFLICT, day, conflicts, Conflict::code, Conflict::of));
        return new Rules(taxonomy, catalogue(taxonomy, day), valid);
    }

    /** What holds it goes first, wherever it stands in the table. */
    private static void add(Category category, Map<String, Category> open, Taxonomy taxonomy) {
        open.remove(category.code());
        Category parent = category.parent() == null ? null : open.get(category.parent());
        if (parent != null) {
            add(parent, open, taxonomy);
        }
        taxonomy.add(category);
    }

    private <T> Collection<T> overlay(
            Sort sort, LocalDate day, Collection<T> first, Function<T, String> key, Function<Row, T> read) {
        Map<String, T> valid = new LinkedHashMap<>();
        first.forEach(it -> valid.put(key.apply(it), it));
        versions.stream()
                .filter(it -> it.sort() == sort && !it.validFrom().isAfter(day))
                .sorted(Comparator.comparing(RuleVersion::validFrom))
                .map(it -> read.apply(it.row()))
                .forEach(it -> valid.put(key.apply(it), it));
        return valid.values();
    }

    /** Entries of all days; one of days to come may be of a category that is not there yet. */
    private Catalogue catalogue(Taxonomy taxonomy, LocalDate day) {
        Catalogue catalogue = new Catalogue(taxonomy);
        changes().stream()
                .filter(it -> !it.validFrom().isAfter(day)
                        || taxonomy.category(it.category()).isPresent())
                .forEach(catalogue::add);
        entries.forEach(catalogue::add);
        return catalogue;
    }

    private List<Entry> changes() {
        List<Entry> changes = new ArrayList<>();
        for (RuleVersion version : versions) {
            if (version.sort() == Sort.CATALOGUE) {
                changes.add(0, EntryRow.entry(version.row()));
            }
        }
        return changes;
    }
}
