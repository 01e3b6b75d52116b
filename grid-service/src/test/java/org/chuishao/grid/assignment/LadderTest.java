package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Step by step, within a line or a territory. */
class LadderTest {

    private static final String PLACE = "210102001002101";
    private static final Unit COUNTY = unit("U-TERR-210102", UnitKind.COUNTY_DESK, "210102", null);
    private static final Unit TOWN = unit("U-TERR-210102001", UnitKind.TOWN, "210102001", COUNTY.id());
    private static final Unit COMMUNITY = unit("U-TERR-210102001002", UnitKind.COMMUNITY, "210102001002", TOWN.id());
    private static final Unit BUREAU = unit("U-HEATING-210102", UnitKind.DEPARTMENT, "210102", "U-HEATING-2101");

    @Test
    void eachStepOfTheTerritoryGoesToTheNext() {
        assertThat(Ladder.against(COUNTY, TOWN, PLACE)).isEmpty();
        assertThat(Ladder.against(TOWN, COMMUNITY, PLACE)).isEmpty();
    }

    @Test
    void noStepIsLeftOutAndNoneGoesUp() {
        assertThat(Ladder.against(COUNTY, COMMUNITY, PLACE))
                .hasValueSatisfying(why -> assertThat(why).contains("not directly below"));
        assertThat(Ladder.against(COMMUNITY, TOWN, PLACE)).isPresent();
        assertThat(Ladder.against(TOWN, TOWN, PLACE)).isPresent();
    }

    @Test
    void aLineHandsDownToItsOwnCompany() {
        Unit company = unit("U-HEATING-CO-210102", UnitKind.COMPANY, "210102", BUREAU.id());
        assertThat(Ladder.against(BUREAU, company, PLACE)).isEmpty();
    }

    @Test
    void aDepartmentsDutyNeverGoesToTheBaseLevelWhateverTheLadderSays() {
        Unit below = unit("U-TERR-210102001", UnitKind.TOWN, "210102001", BUREAU.id());
        assertThat(Ladder.against(BUREAU, below, PLACE))
                .hasValueSatisfying(why -> assertThat(why).contains("base level"));
    }

    @Test
    void whoeverGetsItServesThePlaceOrAPartOfIt() {
        Unit other = unit("U-TERR-210102001003", UnitKind.COMMUNITY, "210102001003", TOWN.id());
        assertThat(Ladder.against(TOWN, other, PLACE))
                .hasValueSatisfying(why -> assertThat(why).contains("place"));
        assertThat(Ladder.against(TOWN, other, "210102001")).isEmpty();
    }

    private static Unit unit(String id, UnitKind kind, String region, @Nullable String superior) {
        return new Unit(id, id, kind, null, 3, region, superior, true);
    }
}
