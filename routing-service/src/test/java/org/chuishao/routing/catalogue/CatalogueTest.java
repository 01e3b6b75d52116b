package org.chuishao.routing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Catalogue catalogue = new Catalogue(ShippedTaxonomy.read());

    @Test
    void the_shipped_one_knows_every_category_in_the_whole_province() {
        Rules shipped = Rules.shipped();

        for (Category category : shipped.taxonomy().categories()) {
            assertThat(shipped.catalogue().find(category.code(), "210102001002", TODAY))
                    .as(category.code())
                    .isPresent();
        }
    }

    @Test
    void the_entry_of_the_smaller_region_counts() {
        catalogue.add(entry("21", "U-HEATING-CO-{county}", LocalDate.of(2026, 1, 1), null));
        catalogue.add(entry("2102", "U-HEATING-{county}", LocalDate.of(2026, 1, 1), null));

        assertThat(lead("210202")).isEqualTo("U-HEATING-{county}");
        assertThat(lead("210102")).isEqualTo("U-HEATING-CO-{county}");
    }

    @Test
    void an_entry_ends_on_its_last_day_and_the_next_one_follows() {
        catalogue.add(entry("21", "{territory}", LocalDate.of(2026, 1, 1), TODAY));
        catalogue.add(entry("21", "U-HEATING-CO-{county}", TODAY, null));

        assertThat(lead("210102")).isEqualTo("U-HEATING-CO-{county}");
        assertThat(catalogue.find("HEATING_OFF", "210102", TODAY.minusDays(1)))
                .map(Entry::lead)
                .contains("{territory}");
    }

    @Test
    void of_two_of_one_day_the_one_that_was_added_first_counts() {
        catalogue.add(entry("210102", "{territory}", TODAY, null));
        catalogue.add(entry("210102", "U-HEATING-CO-{county}", TODAY, null));

        assertThat(lead("210102")).isEqualTo("{territory}");
    }

    @Test
    void what_is_no_unit_is_refused() {
        assertThatThrownBy(() -> catalogue.add(entry("21", "供热公司", TODAY, null)))
                .hasMessageContaining("not a unit");
        assertThatThrownBy(() -> catalogue.add(entry("211", "{territory}", TODAY, null)))
                .hasMessageContaining("not a division code");
    }

    private @Nullable String lead(String region) {
        return catalogue.find("HEATING_OFF", region, TODAY).map(Entry::lead).orElse(null);
    }

    private static Entry entry(String region, String lead, LocalDate from, @Nullable LocalDate to) {
        return new Entry("HEATING_OFF", region, lead, List.of(), List.of(), true, from, to, "test");
    }
}
