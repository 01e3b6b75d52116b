package org.chuishao.routing.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.event.Severity;
import org.junit.jupiter.api.Test;

class TaxonomyTest {

    private final Taxonomy taxonomy = new Taxonomy();

    @Test
    void the_shipped_one_holds_together_and_covers_all_seven_lines() {
        Taxonomy shipped = ShippedTaxonomy.read();

        assertThat(shipped.lines())
                .extracting(Line::code)
                .containsExactly("PUBLIC_SECURITY", "EDUCATION", "HEATING", "POWER", "GAS", "WATER", "PROPERTY");
        assertThat(shipped.lines()).allSatisfy(line -> assertThat(shipped.categories())
                .extracting(Category::line)
                .contains(line.code()));
        assertThat(shipped.category(Category.OTHER)).isPresent();
        assertThat(shipped.hazards()).extracting(Hazard::severity).contains(Severity.CRITICAL, Severity.URGENT);
    }

    @Test
    void a_category_of_an_unknown_line_is_refused() {
        assertThatThrownBy(() -> taxonomy.add(category("HEATING_OFF", "HEATING", "停暖")))
                .hasMessage("unknown line HEATING");
    }

    @Test
    void a_word_speaks_for_one_category_only() {
        taxonomy.add(category("A", null, "停电"));

        assertThatThrownBy(() -> taxonomy.add(category("B", null, "停电"))).hasMessageContaining("speaks for A already");
    }

    @Test
    void a_wrong_row_is_named_by_file_and_line() {
        assertThatThrownBy(() -> Tsv.read("/routing/wrong.tsv", 3, row -> row.text(1)))
                .hasMessage("/routing/wrong.tsv line 4: column 2 is empty");
        assertThatThrownBy(() -> Tsv.read("/routing/wrong.tsv", 2, row -> row.text(1)))
                .hasMessage("/routing/wrong.tsv line 2: 3 columns instead of 2");
    }

    @Test
    void remarks_and_empty_lines_are_passed_over() {
        List<String> read = new ArrayList<>();
        Tsv.read("/routing/wrong.tsv", 3, row -> read.add(row.text(0)));

        assertThat(read).containsExactly("GOOD", "BAD");
    }

    private static Category category(String code, String line, String word) {
        return new Category(code, line, code, code, null, List.of(word));
    }
}
