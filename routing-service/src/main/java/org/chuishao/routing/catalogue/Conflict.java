package org.chuishao.routing.catalogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.category.Tsv;
import org.chuishao.routing.category.Tsv.Row;
import org.jspecify.annotations.Nullable;

/**
 * Who does not get a complaint about himself. An estate's manager would learn from it who complained, and judge in his own
 * cause.
 *
 * @param categories that it is about, each with all below it
 * @param unit how the ids of those complained of begin
 * @param kinds of ticket that complain
 * @param words of which one says that it is about them; none: all such tickets are
 * @param instead pattern of the unit that has it then
 * @param basis for people
 */
public record Conflict(
        String code,
        List<String> categories,
        String unit,
        List<Kind> kinds,
        List<String> words,
        String instead,
        String basis) {

    public static final List<String> COLUMNS =
            List.of("code", "categories", "unit", "kinds", "words", "instead", "basis");

    public Conflict {
        categories = List.copyOf(categories);
        kinds = List.copyOf(kinds);
        words = List.copyOf(words);
    }

    /** @throws IllegalArgumentException naming the column that says nothing known */
    public static Conflict of(Row row) {
        return new Conflict(
                row.text(0),
                row.words(1),
                row.text(2),
                row.values(3, Kind::valueOf),
                row.words(4),
                row.text(5),
                row.text(6));
    }

    static List<String> fields(Conflict it) {
        List<String> kinds = it.kinds().stream().map(Kind::name).toList();
        return Tsv.fields(
                it.code(),
                String.join(" ", it.categories()),
                it.unit(),
                String.join(" ", kinds),
                String.join(" ", it.words()),
                it.instead(),
                it.basis());
    }

    /** @throws IllegalArgumentException if a category is none */
    void requireFit(Taxonomy taxonomy) {
        for (String category : categories) {
            if (taxonomy.category(category).isEmpty()) {
                throw new IllegalArgumentException("unknown category " + category);
            }
        }
    }

    boolean about(Taxonomy taxonomy, String category, @Nullable Kind kind, String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return kind != null
                && kinds.contains(kind)
                && taxonomy.path(category).stream().anyMatch(categories::contains)
                && (words.isEmpty() || words.stream().anyMatch(plain::contains));
    }

    /** The unit is one of those complained of. */
    public boolean concerns(String id) {
        return id.startsWith(unit);
    }
}
