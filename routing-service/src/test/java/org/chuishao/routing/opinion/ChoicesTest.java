package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.opinion.Choices.Choice;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    private static final Taxonomy TAXONOMY = ShippedTaxonomy.read();

    @Test
    void the_classifiers_candidates_come_first_then_the_words_then_what_lies_beside() {
        List<String> codes = codes(
                Choices.of(TAXONOMY, List.of("NOISE", "HEATING_OFF"), List.of("POWER_OFF", "NOISE"), "HEATING_OFF"));

        assertThat(codes).startsWith("NOISE", "HEATING_OFF", "POWER_OFF", "HEATING_SERVICE");
        assertThat(codes).doesNotHaveDuplicates().endsWith(Category.OTHER);
    }

    @Test
    void there_are_ten_at_most_and_one_of_them_is_none() {
        List<String> all = TAXONOMY.categories().stream().map(Category::code).toList();

        assertThat(codes(Choices.of(TAXONOMY, List.of(), all, Category.OTHER)))
                .hasSize(10)
                .endsWith(Category.OTHER);
    }

    @Test
    void what_is_no_category_is_no_choice() {
        Choices choices = Choices.of(TAXONOMY, List.of("HEATING_ON_MARS", "NOISE"), List.of(), Category.OTHER);

        assertThat(codes(choices)).containsExactly("NOISE", Category.OTHER);
        assertThat(choices.has("HEATING_ON_MARS")).isFalse();
    }

    @Test
    void where_nothing_is_known_the_fields_of_work_are_offered() {
        List<String> codes = codes(Choices.of(TAXONOMY, List.of(), List.of(), Category.OTHER));

        assertThat(codes)
                .contains("UTILITIES", "CITY_CARE")
                .doesNotContain("OTHER_MATTERS", "HEATING_OFF")
                .endsWith(Category.OTHER);
    }

    @Test
    void a_choice_says_where_it_lies_and_what_speaks_for_it() {
        Choice heating = Choices.of(TAXONOMY, List.of("HEATING_OFF"), List.of(), Category.OTHER)
                .items()
                .get(0);

        assertThat(heating.name()).isEqualTo("停暖不热");
        assertThat(heating.about()).startsWith("公用事业 > 停暖不热，如：");
    }

    private static List<String> codes(Choices choices) {
        return choices.items().stream().map(Choice::code).toList();
    }
}
