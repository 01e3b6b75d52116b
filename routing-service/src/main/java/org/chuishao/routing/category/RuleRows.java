package org.chuishao.routing.category;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.category.Tsv.Row;

/** How terms, lines and categories stand in a table, in a shipped one and in a province's own: one column a field. */
public final class RuleRows {

    public static final List<String> TERM = List.of("sort", "code", "zh", "en");
    public static final List<String> LINE = List.of("code", "zh", "en", "zhDescription", "enDescription");
    public static final List<String> CATEGORY =
            List.of("code", "parent", "line", "zh", "en", "severity", "kind", "keyAreas", "gridEvent", "words");

    private RuleRows() {}

    public static Term term(Row row) {
        return new Term(row.value(0, Term.Sort::valueOf), row.text(1), row.text(2), row.text(3));
    }

    public static Line line(Row row) {
        return new Line(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4));
    }

    public static Category category(Row row) {
        return new Category(
                row.text(0),
                row.optional(1),
                row.optional(2),
                row.text(3),
                row.text(4),
                row.optional(5, Severity::valueOf),
                row.optional(6, Kind::valueOf),
                row.words(7),
                row.optional(8),
                row.words(9));
    }

    public static List<String> fields(Term it) {
        return Tsv.fields(it.sort(), it.code(), it.zh(), it.en());
    }

    public static List<String> fields(Line it) {
        return Tsv.fields(it.code(), it.zh(), it.en(), it.zhDescription(), it.enDescription());
    }

    public static List<String> fields(Category it) {
        List<String> fields = new ArrayList<>(
                Tsv.fields(it.code(), it.parent(), it.line(), it.zh(), it.en(), it.severity(), it.kind()));
        fields.addAll(Tsv.fields(String.join(" ", it.keyAreas()), it.gridEvent(), String.join(" ", it.words())));
        return List.copyOf(fields);
    }
}
