package org.chuishao.grid.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chuishao.grid.location.Location.FoundBy;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.RegionCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over all of Liaoning. */
class GazetteerTest {

    private static final Gazetteer GAZETTEER = new Gazetteer(new Outlines(), new Settings("1s", 100, 10));
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final List<Region> REGIONS = new ArrayList<>();

    private record Settings(String every, double reach, double blur) implements LocationConfig {}

    @BeforeAll
    static void readLiaoning() throws IOException {
        REGIONS.add(new Region("21", 1, "辽宁省", null, false, null, null));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                GazetteerTest.class.getResourceAsStream("/reference/liaoning_divisions.tsv"),
                StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t", 3)).forEach(column -> {
                int level = Integer.parseInt(column[1]);
                REGIONS.add(new Region(
                        column[0], level, column[2], RegionCode.at(column[0], level - 1), false, null, null));
            });
        }
        GAZETTEER.know(REGIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "沈阳市和平区南湖街道文安路社区3号楼暖气不热, 210102019009",
        "大连中山区桃源街道路灯不亮, 210202011",
        "喀左县公营子镇停水, 211324104",
        "法库县大孤家子镇半拉山子村委会, 210124101208",
        "鞍山铁西区没水, 210303",
        "大连旅顺停电, 210212",
    })
    void placesInTheWordsOfCallers(String text, String code) {
        assertThat(GAZETTEER.byText(text, null)).map(Location::code).contains(code);
    }

    @Test
    void aLocationTellsItsPath() {
        Location place = GAZETTEER.byText("沈阳市和平区文安路社区", null).orElseThrow();
        assertThat(place.path()).containsExactly("辽宁省", "沈阳市", "和平区", "南湖街道", "文安路社区");
        assertThat(place.foundBy()).isEqualTo(FoundBy.TEXT);
        assertThat(GAZETTEER.byCode("210102").orElseThrow().path()).containsExactly("辽宁省", "沈阳市", "和平区");
    }

    /** City, county and community named: the community, or on a tie what holds both; never a wrong one. */
    @Test
    void addressesOfASeededThousandCommunitiesAreNeverPlacedElsewhere() {
        Map<String, Region> byCode = new HashMap<>();
        REGIONS.forEach(region -> byCode.put(region.code(), region));
        List<Region> communities =
                REGIONS.stream().filter(region -> region.level() == 5).toList();
        Random random = new Random(12345);
        int exact = 0;
        for (int i = 0; i < 1_000; i++) {
            Region community = communities.get(random.nextInt(communities.size()));
            String text = byCode.get(RegionCode.at(community.code(), 2)).name()
                    + byCode.get(RegionCode.at(community.code(), 3)).name() + community.name() + "三号楼暖气不热";
            Location place = GAZETTEER.byText(text, null).orElseThrow();
            assertThat(community.code()).as(text).startsWith(RegionCode.at(place.code(), 3));
            exact += place.code().equals(community.code()) ? 1 : 0;
        }
        assertThat(exact).isGreaterThan(950);
    }

    /** 沈阳站 lies in 和平区; the same point as three kits and a device tell it. */
    @ParameterizedTest
    @CsvSource({"123.3925, 41.7935, WGS84", "123.3984, 41.7955, GCJ02", "123.4050, 41.8014, BD09"})
    void aPositionFindsItsCountyInEverySystem(double lng, double lat, Crs crs) {
        Location place =
                GAZETTEER.byPosition(new Position(lng, lat, crs), null, NOW).orElseThrow();
        assertThat(place.code()).isEqualTo("210102");
        assertThat(place.level()).isEqualTo(3);
        assertThat(place.foundBy()).isEqualTo(FoundBy.COUNTY_OUTLINE);
    }

    @Test
    void aTextNarrowsWhatThePositionFound() {
        Position station = new Position(123.3925, 41.7935, Crs.WGS84);
        Location place = GAZETTEER.byPosition(station, "文安路社区的井盖", NOW).orElseThrow();
        assertThat(place.code()).isEqualTo("210102019009");
        assertThat(place.foundBy()).isEqualTo(FoundBy.POSITION_AND_TEXT);
    }

    @Test
    void outsideOfAllOutlinesNoNearestCountyIsClaimed() {
        assertThat(GAZETTEER.byPosition(new Position(116.404, 39.915, Crs.WGS84), null, NOW))
                .isEmpty();
        assertThat(GAZETTEER.byPosition(new Position(122.0, 39.0, Crs.WGS84), null, NOW))
                .isEmpty();
    }

    @Test
    void everyCountyHasAnOutlineAndALabelPoint() {
        Map<String, double[]> labels = CountyOutlines.ofLiaoning().labelPoints();
        List<String> counties = REGIONS.stream()
                .filter(region -> region.level() == 3)
                .map(Region::code)
                .toList();
        assertThat(labels.keySet()).containsExactlyInAnyOrderElementsOf(counties);
    }
}
