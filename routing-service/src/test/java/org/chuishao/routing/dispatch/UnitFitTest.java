package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitFitTest {

    private static final Unit HEATING = unit("HEATING", "210102");
    private static final Unit GAS = unit("GAS", "210102");
    private static final Unit DESK = unit(null, "210102");

    private final UnitFit heating = new UnitFit("210102001002", "HEATING");

    @Test
    void a_line_is_led_by_its_own_unit_or_by_the_territory() {
        assertThat(heating.againstLead(HEATING)).isEmpty();
        assertThat(heating.againstLead(DESK)).isEmpty();
        assertThat(heating.againstLead(GAS)).contains("does not serve the line HEATING");
    }

    @Test
    void another_line_may_assist() {
        assertThat(heating.againstPart(GAS)).isEmpty();
    }

    @Test
    void where_no_line_is_known_any_line_may_lead() {
        assertThat(new UnitFit("210102001002", null).againstLead(GAS)).isEmpty();
    }

    @Test
    void a_unit_of_another_or_a_smaller_place_has_no_part() {
        assertThat(heating.againstPart(unit(null, "210103"))).isPresent();
        assertThat(heating.againstLead(unit("HEATING", "210103"))).isPresent();
        assertThat(new UnitFit("2101", null).againstLead(DESK)).isPresent();
    }

    @Test
    void a_duty_desk_is_one_of_the_territory_around_the_place() {
        assertThat(heating.againstDesk(DESK)).isEmpty();
        assertThat(heating.againstDesk(HEATING)).contains("is no duty desk of the territory");
        assertThat(heating.againstDesk(unit(null, "210103"))).isPresent();
    }

    private static Unit unit(@Nullable String line, String region) {
        UnitKind kind = line == null ? UnitKind.COUNTY_DESK : UnitKind.COMPANY;
        return new Unit("U", "U", kind, line, 3, region, null, true);
    }
}
