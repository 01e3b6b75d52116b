package org.chuishao.analytics.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.junit.jupiter.api.Test;

class RungsTest {

    private static final Map<String, Integer> LEVELS =
            Map.of("PROVINCE", 1, "CITY", 2, "COUNTY", 3, "TOWN", 4, "COMMUNITY", 5);

    private final Rungs rungs = new Rungs(id -> Optional.ofNullable(LEVELS.get(id))
            .map(level -> new Unit(id, id, UnitKind.DEPARTMENT, null, level, "21", null, true)));

    @Test
    void each_unit_stands_on_the_rung_of_its_level() {
        assertThat(LEVELS.keySet()).allSatisfy(id -> assertThat(rungs.of(id)).isEqualTo(Rung.valueOf(id)));
    }

    @Test
    void a_ticket_stands_with_the_grid_where_somebody_there_has_it() {
        assertThat(rungs.holding("COMMUNITY", true)).isEqualTo(Rung.GRID);
        assertThat(rungs.holding("COMMUNITY", false)).isEqualTo(Rung.COMMUNITY);
    }

    @Test
    void before_any_unit_has_it_the_city_has_it() {
        assertThat(rungs.holding(null, false)).isEqualTo(Rung.CITY);
    }

    @Test
    void what_climbs_stands_with_the_highest_who_was_told() {
        assertThat(rungs.standing("COMMUNITY", true, List.of("COMMUNITY"))).isEqualTo(Rung.COMMUNITY);
        assertThat(rungs.standing("COMMUNITY", true, List.of("COUNTY", "TOWN"))).isEqualTo(Rung.COUNTY);
        assertThat(rungs.standing("CITY", false, List.of("COUNTY"))).isEqualTo(Rung.CITY);
        assertThat(rungs.standing("TOWN", false, List.of("PROVINCE"))).isEqualTo(Rung.PROVINCE);
    }

    @Test
    void a_unit_that_is_not_known_is_counted_with_the_county() {
        assertThat(rungs.of("SOMEBODY")).isEqualTo(Rung.COUNTY);
    }
}
