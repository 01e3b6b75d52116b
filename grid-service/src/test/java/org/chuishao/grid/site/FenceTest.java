package org.chuishao.grid.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.Position;
import org.junit.jupiter.api.Test;

class FenceTest {

    @Test
    void aHundredthOfADegreeIsAKilometreNorthwardAndLessEastward() {
        Position site = at(123.41, 41.79);
        assertThat(Fence.metres(site, site)).isZero();
        assertThat((double) Fence.metres(site, at(123.41, 41.80))).isCloseTo(1_112, within(2.0));
        assertThat((double) Fence.metres(site, at(123.42, 41.79))).isCloseTo(829, within(2.0));
    }

    @Test
    void aCodeIsTheSameHoweverItIsTyped() {
        String code = SiteCode.make();
        assertThat(code).matches("[A-Z2-9]{8}").isNotEqualTo(SiteCode.make());
        assertThat(SiteCode.isShown(code, code.toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(SiteCode.isShown(code, "WRONG")).isFalse();
        assertThat(SiteCode.isShown(null, code)).isFalse();
    }

    private static Position at(double longitude, double latitude) {
        return new Position(longitude, latitude, Crs.CGCS2000);
    }
}
