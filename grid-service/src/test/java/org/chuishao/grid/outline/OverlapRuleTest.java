package org.chuishao.grid.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chuishao.grid.outline.OverlapRule.BaseGrid;
import org.chuishao.grid.outline.OverlapRule.Clash;
import org.chuishao.mesh.event.Place.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OverlapRuleTest {

    private static final OverlapRule RULE = new OverlapRule(0.01);
    private static final BaseGrid WEST = grid("210102001002101", 0, 1);

    @Test
    void neighboursShareABorder() {
        assertThat(RULE.clashes(List.of(WEST, grid("210102001002102", 1, 2)), List.of()))
                .isEmpty();
    }

    @Test
    void aSurveyMayDifferByAHairAndNoMore() {
        assertThat(RULE.clashes(List.of(grid("210102001002102", 0.995, 2)), List.of(WEST)))
                .isEmpty();
        assertThat(RULE.clashes(List.of(grid("210102001002102", 0.98, 2)), List.of(WEST)))
                .containsExactly(new Clash("210102001002102", "210102001002101"));
    }

    @Test
    void aClashIsToldOfTheLaterOneAndOnlyWithinACommunity() {
        BaseGrid same = grid("210102001002102", 0, 1);
        BaseGrid next = grid("210102001003101", 0, 1);
        assertThat(RULE.clashes(List.of(WEST, same, next), List.of()))
                .containsExactly(new Clash("210102001002102", "210102001002101"));
    }

    /** The worst that is let in: each tooth of the one lies across each of the other. */
    @Test
    @Timeout(60)
    void evenTwoCombsAreComparedInTime() {
        BaseGrid up = new BaseGrid("210102001002101", comb(false));
        BaseGrid aside = new BaseGrid("210102001002102", comb(true));
        assertThat(RULE.clashes(List.of(up, aside), List.of())).hasSize(1);
    }

    private static Outline comb(boolean aside) {
        int teeth = OutlineText.mostPoints("210102001002101") / 2 - 3;
        StringBuilder ring = new StringBuilder(point(-0.1, 0, aside) + ", " + point(-0.1, 1, aside));
        for (int i = 0; i < teeth; i++) {
            ring.append(", ").append(point(1, 1 - (i + 0.5) / teeth, aside));
            ring.append(", ").append(point(0, 1 - (i + 1.0) / teeth, aside));
        }
        ring.append(", ").append(point(-0.1, 0, aside));
        return OutlineText.ofWkt("POLYGON ((" + ring + "))", Crs.CGCS2000, "210102001002101");
    }

    private static String point(double along, double across, boolean aside) {
        return aside ? (123 + across) + " " + (41 + along) : (123 + along) + " " + (41 + across);
    }

    private static BaseGrid grid(String code, double west, double east) {
        String text = "POLYGON ((%1$s 41, %2$s 41, %2$s 42, %1$s 42, %1$s 41))".formatted(west, east);
        return new BaseGrid(code, OutlineText.ofWkt(text, Crs.CGCS2000, "21"));
    }
}
