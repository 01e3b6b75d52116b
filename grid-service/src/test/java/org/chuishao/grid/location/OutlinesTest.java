package org.chuishao.grid.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.location.Location.FoundBy;
import org.chuishao.grid.location.Successors.Succession;
import org.chuishao.grid.outline.OutlineText;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.reference.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlinesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(1);
    private static final String COMMUNITY = "210102001002";
    private static final String WEST = COMMUNITY + "101";
    private static final String EAST = COMMUNITY + "102";
    private static final String SCHOOL = COMMUNITY + "201";
    private static final String OLD = COMMUNITY + "109";

    private final Outlines outlines = new Outlines();
    private final Gazetteer gazetteer = new Gazetteer(outlines, new Settings("1s", 100, 10));

    private record Settings(String every, double reach, double blur) implements LocationConfig {}

    @BeforeEach
    void twoGridsACampusAcrossThemAndTheirCommunity() {
        gazetteer.know(List.of(new Region(COMMUNITY, 5, "文安路社区", null, false, null, null)));
        outlines.take(List.of(
                region(COMMUNITY, 123.0, 123.03, null),
                region(WEST, 123.0, 123.01, null),
                region(EAST, 123.01, 123.02, null),
                region(SCHOOL, 123.008, 123.012, null),
                region(OLD, 123.0, 123.02, BEFORE)));
    }

    @Test
    void aPositionIsInTheBaseGridAndTheCampusIsToldBesideIt() {
        Location place = at(123.009, 41.005);
        assertThat(place.code()).isEqualTo(WEST);
        assertThat(place.foundBy()).isEqualTo(FoundBy.OUTLINE);
        assertThat(place.also()).containsExactly(SCHOOL);
        assertThat(place.path()).containsExactly("文安路社区", WEST);
        assertThat(place.confidence()).isGreaterThan(0.9);
    }

    @Test
    void nearABorderItIsLessCertain() {
        assertThat(at(123.00005, 41.005).confidence()).isEqualTo(0.6);
    }

    @Test
    void whereNoGridIsTheCommunityIs() {
        Location place = at(123.025, 41.005);
        assertThat(place.code()).isEqualTo(COMMUNITY);
        assertThat(place.level()).isEqualTo(5);
    }

    @Test
    void outsideOfAllTheNearestWithinReachIsTakenTheLessSureTheFarther() {
        Location near = at(123.005, 40.9999);
        assertThat(near.code()).isEqualTo(WEST);
        assertThat(near.foundBy()).isEqualTo(FoundBy.NEAREST);
        assertThat(near.confidence()).isCloseTo(0.455, within(0.01));
        assertThat(at(123.005, 40.9992).confidence()).isLessThan(near.confidence());
    }

    @Test
    void beyondReachTheCountysSchematicOutlineIsAsked() {
        gazetteer.know(List.of(new Region("210102", 3, "和平区", null, false, null, null)));
        Location place = at(123.3925, 41.7935);
        assertThat(place.code()).isEqualTo("210102");
        assertThat(place.foundBy()).isEqualTo(FoundBy.COUNTY_OUTLINE);
    }

    @Test
    void aGridThatHasEndedHoldsNothingAndOneBeforeItsTimeNeither() {
        outlines.take(List.of(region(WEST, 123.0, 123.01, NOW)));
        assertThat(at(123.005, 41.005).code()).isEqualTo(COMMUNITY);
        assertThat(gazetteer.byPosition(cgcs(123.005, 41.005), null, BEFORE))
                .map(Location::code)
                .contains(WEST);
    }

    /** The figures are those that the conversions in general use publish of one point. */
    @ParameterizedTest
    @CsvSource({
        "116.39775550083061, 39.91359571849836, WGS84",
        "116.39775550083061, 39.91359571849836, CGCS2000",
        "116.404, 39.915, GCJ02",
        "116.41036949371029, 39.92133699351021, BD09"
    })
    void onePointIsWithinFiveMetresInEverySystemAndSoInOneGrid(double lng, double lat, Crs crs) {
        double up = 5 / 111_320.0;
        double aside = up / Math.cos(Math.toRadians(39.9136));
        double west = 116.39775550083061 - aside;
        double east = 116.39775550083061 + aside;
        outlines.take(List.of(drawn(EAST, west, east, 39.91359571849836 - up, 39.91359571849836 + up, null)));
        assertThat(gazetteer.byPosition(new Position(lng, lat, crs), null, NOW))
                .map(Location::code)
                .contains(EAST);
    }

    @Test
    void anOldCodeLeadsToItsSuccessorOrByThePositionToOneOfThem() {
        Successors successors = new Successors(outlines);
        successors.take(Map.of(OLD, new Succession(NOW, List.of(WEST, EAST))));
        assertThat(successors.of(OLD, cgcs(123.015, 41.005), NOW)).isEqualTo(EAST);
        assertThat(successors.of(OLD, cgcs(123.9, 41.005), NOW)).isEqualTo(COMMUNITY);
        assertThat(successors.of(OLD, null, NOW)).isEqualTo(COMMUNITY);
        assertThat(successors.of(OLD, null, BEFORE)).isEqualTo(OLD);
        successors.take(Map.of(EAST, new Succession(NOW, List.of(SCHOOL))));
        assertThat(successors.of(OLD, cgcs(123.015, 41.005), NOW)).isEqualTo(SCHOOL);
    }

    private Location at(double lng, double lat) {
        return gazetteer.byPosition(cgcs(lng, lat), null, NOW).orElseThrow();
    }

    private static Position cgcs(double lng, double lat) {
        return new Position(lng, lat, Crs.CGCS2000);
    }

    private static OutlinedRegion region(String code, double west, double east, @Nullable Instant to) {
        return drawn(code, west, east, 41, 41.01, to);
    }

    private static OutlinedRegion drawn(
            String code, double west, double east, double south, double north, @Nullable Instant to) {
        String text =
                "POLYGON ((%1$s %3$s, %2$s %3$s, %2$s %4$s, %1$s %4$s, %1$s %3$s))".formatted(west, east, south, north);
        int level = code.length() == 15 ? 6 : 5;
        int rank = level == 6 ? code.charAt(12) - '1' : 0;
        Instant from = NOW.minusSeconds(1_000);
        return new OutlinedRegion(
                code, level, code, rank, false, from, to, OutlineText.ofWkt(text, Crs.CGCS2000, "21"));
    }
}
