package org.chuishao.analytics.keyview;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.analytics.keyview.PeopleCells.Cell;
import org.junit.jupiter.api.Test;

class PeopleCellsTest {

    private static final int FIVE = 5;
    private final PeopleCells cells = new PeopleCells();

    @Test
    void beside_a_small_group_of_a_field_the_next_smallest_is_withheld() {
        put("214801", "UTILITIES", 20, 7, 2);

        assertThat(cells.withheld(FIVE))
                .contains(cell("214801", Band.TWICE), cell("214801", Band.THREE_TO_FIVE))
                .doesNotContain(cell("214801", Band.ONCE), new Cell("214801", "UTILITIES", PeopleCells.ANY));
    }

    @Test
    void a_place_of_few_is_not_to_be_had_from_what_holds_it_and_the_places_beside_it() {
        put("214801", "UTILITIES", 20, 0, 0);
        put("214802", "UTILITIES", 30, 0, 0);
        put("214803", "UTILITIES", 3, 0, 0);

        assertThat(cells.withheld(FIVE))
                .contains(cell("214803", Band.ONCE), cell("214801", Band.ONCE))
                .doesNotContain(cell("214802", Band.ONCE), cell(PeopleCells.ALL, Band.ONCE));
    }

    @Test
    void a_field_of_few_takes_another_field_with_it() {
        put("214801", "UTILITIES", 20, 0, 0);
        put("214801", "CITY_CARE", 9, 0, 0);
        put("214801", "ROADS", 4, 0, 0);

        assertThat(cells.withheld(FIVE))
                .contains(
                        new Cell("214801", "ROADS", PeopleCells.ANY), new Cell("214801", "CITY_CARE", PeopleCells.ANY))
                .doesNotContain(new Cell("214801", "UTILITIES", PeopleCells.ANY));
    }

    @Test
    void nothing_is_withheld_where_all_groups_are_large() {
        put("214801", "UTILITIES", 20, 7, 5);
        put("214802", "UTILITIES", 20, 7, 5);

        assertThat(cells.withheld(FIVE)).isEmpty();
    }

    private void put(String place, String field, long once, long twice, long more) {
        cells.add(place, field, Band.ONCE.ordinal(), once);
        cells.add(place, field, Band.TWICE.ordinal(), twice);
        cells.add(place, field, Band.THREE_TO_FIVE.ordinal(), more);
        cells.add(place, field, PeopleCells.ANY, once + twice + more);
        cells.add(place, PeopleCells.ALL, PeopleCells.ANY, once + twice + more);
    }

    private static Cell cell(String place, Band band) {
        return new Cell(place, "UTILITIES", band.ordinal());
    }
}
