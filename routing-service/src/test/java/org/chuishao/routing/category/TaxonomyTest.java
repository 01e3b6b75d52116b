package org.chuishao.routing.category;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxonomyTest {

    private final Taxonomy taxonomy = new Taxonomy();

    @Test
    void the_shipped_one_holds_together_and_covers_all_seven_lines() {
        Taxonomy shipped = ShippedTaxonomy.read();

        assertThat(shipped.lines())
                .extracting(Line::code)
                .startsWith("PUBLIC_SECURITY", "EDUCATION", "HEATING", "POWER", "GAS", "WATER", "PROPERTY");
        assertThat(shipped.lines()).allSatisfy(line -> assertThat(shipped.categories())
                .extracting(Category::line)
                .contains(line.code()));
        assertThat(shipped.category(Category.OTHER)).isPresent();
        assertThat(shipped.hazards()).extracting(Hazard::severity).contains(Severity.CRITICAL, Severity.URGENT);
    }

    @Test
    void the_shipped_tree_has_three_levels_and_everything_hangs_in_it() {
        Taxonomy shipped = ShippedTaxonomy.read();
        Map<Integer, Long> levels = shipped.categories().stream()
                .collect(groupingBy(it -> shipped.path(it.code()).size(), counting()));

        assertThat(levels.get(1)).isBetween(15L, 20L);
        assertThat(levels.get(2)).isBetween(80L, 120L);
        assertThat(levels.get(3)).isGreaterThan(300L);
        assertThat(shipped.categories())
                .allSatisfy(it -> assertThat(it.gridEvent()).as(it.code()).isNotNull());
    }

    /** They stand on the log and in a province's own tables. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUBLIC_ORDER",
                "RESIDENCE_PAPERS",
                "TRAFFIC_POLICE",
                "SCHOOLS",
                "ADMISSION",
                "KINDERGARTEN",
                "TRAINING",
                "HEATING_OFF",
                "HEATING_SERVICE",
                "POWER_OFF",
                "POWER_SERVICE",
                "GAS_OFF",
                "GAS_SERVICE",
                "WATER_OFF",
                "WATER_SERVICE",
                "PROPERTY_SERVICE",
                "PROPERTY_FUND",
                "STREET_CLEANING",
                "NOISE",
                "AIR_POLLUTION",
                "WATER_POLLUTION",
                "ROADS",
                "DRAINAGE",
                "PARKING",
                "PUBLIC_TRANSPORT",
                "STREET_TRADE",
                "ILLEGAL_BUILDING",
                "GREENERY",
                "ANIMALS",
                "NEIGHBOURS",
                "ELDERLY_CARE",
                "VILLAGE_AFFAIRS",
                "COMMUNITY",
                "DEMOLITION",
                "HOUSING_DEALS",
                "HOUSING_AID",
                "BUILDING_QUALITY",
                "MEDICAL_INSURANCE",
                "SOCIAL_INSURANCE",
                "LABOUR",
                "EMPLOYMENT",
                "HEALTH",
                "MARKET",
                "TELECOM",
                "TOURISM_CULTURE",
                "TAX_FINANCE",
                "CIVIL_AFFAIRS",
                "PLANNING",
                "GOVERNMENT_STYLE",
                "SAFETY_HAZARD",
                "OTHER"
            })
    void the_first_codes_are_still_there(String code) {
        assertThat(ShippedTaxonomy.read().path(code)).hasSize(2);
    }

    @Test
    void each_line_has_twenty_phrases_to_learn_from_in_words_of_citizens() {
        Taxonomy shipped = ShippedTaxonomy.read();
        Map<String, Set<String>> phrases = new HashMap<>();
        Tsv.read("/routing/phrases.tsv", 2, row -> phrases.computeIfAbsent(
                        line(shipped, row.text(0)), line -> new HashSet<>())
                .add(row.text(1)));

        assertThat(shipped.lines()).hasSizeGreaterThan(16).allSatisfy(it -> assertThat(phrases.get(it.code()))
                .as(it.code())
                .hasSizeGreaterThanOrEqualTo(20));
    }

    private static String line(Taxonomy shipped, String code) {
        return String.valueOf(shipped.category(code).orElseThrow().line());
    }

    @Test
    void a_category_lies_under_one_that_is_there_of_its_line_and_not_too_deep() {
        taxonomy.add(new Line("HEATING", "供热", "Heating", "", ""));
        taxonomy.add(under("A", null, null));
        taxonomy.add(under("B", "A", "HEATING"));
        taxonomy.add(under("C", "B", "HEATING"));

        assertThat(taxonomy.path("C")).containsExactly("C", "B", "A");
        assertThatThrownBy(() -> taxonomy.add(under("D", "X", null))).hasMessage("unknown parent X");
        assertThatThrownBy(() -> taxonomy.add(under("D", "C", "HEATING"))).hasMessage("lies below the third level");
        assertThatThrownBy(() -> taxonomy.add(under("D", "B", null))).hasMessage("is of another line than its parent");
    }

    private static Category under(String code, @Nullable String parent, @Nullable String line) {
        return new Category(code, parent, line, code, code, null, null, List.of(), null, List.of());
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
