package org.chuishao.mesh.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFinderTest {

    private static final List<Region> REGIONS = Stream.of(
                    "21 辽宁省",
                    "2101 沈阳市",
                    "210102 和平区",
                    "210102019 南湖街道",
                    "210102019009 文安路社区",
                    "210102019010 胜利社区",
                    "210106 铁西区",
                    "210106015 兴华街道",
                    "210106015001 胜利社区",
                    "2102 大连市",
                    "210202 中山区",
                    "210202011 桃源街道",
                    "210202011001 胜利社区居委会",
                    "210212 旅顺口区",
                    "210212005 水师营街道",
                    "210212005203 水师营村委会",
                    "2103 鞍山市",
                    "210303 铁西区",
                    "210303001 永乐街道",
                    "210323 岫岩满族自治县",
                    "210323100 岫岩镇",
                    "2113 朝阳市",
                    "211321 朝阳县",
                    "211321100 波罗赤镇",
                    "211321100200 卢家店村村民委员会")
            .map(PlaceFinderTest::region)
            .toList();

    private final PlaceFinder places = new PlaceFinder(REGIONS);

    @ParameterizedTest
    @CsvSource({
        "沈阳市和平区南湖街道文安路社区3号楼暖气不热, 210102019009",
        "文安路社区垃圾没人清, 210102019009",
        "鞍山铁西区没水, 210303",
        "沈阳铁西没水, 210106",
        "铁西区兴华街道路灯不亮, 210106015",
        "大连中山路很堵, 2102",
        "大连旅顺停电, 210212",
        "岫岩县的路灯, 210323",
        "朝阳县波罗赤镇卢家店村修路, 211321100200",
        "朝阳市, 2113",
    })
    void theSmallestPlaceThatTheTextSettlesIsFound(String text, String code) {
        assertThat(code(text)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"沈阳市胜利社区停水, 2101", "大连市胜利社区停水, 210202011001", "和平区胜利社区停水, 210102019010"})
    void aNameBorneByManyIsSettledByAnAncestorAndElseGoesUp(String text, String code) {
        assertThat(code(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"铁西区暖气不热", "胜利社区停水", "北京市朝阳区", "大连路堵车", "沈阳市和平区还是大连市中山区", "我们热爱和平", "", "暖气不热"})
    void nothingIsClaimedWhereNothingIsSettled(String text) {
        assertThat(places.find(text, null)).isEmpty();
    }

    @Test
    void aKnownRegionNarrowsTheSearch() {
        assertThat(places.find("铁西区暖气不热", "2101")).map(Found::code).contains("210106");
        assertThat(places.find("胜利社区", "210102")).map(Found::code).contains("210102019010");
        assertThat(places.find("大连市中山区", "2101")).isEmpty();
    }

    @Test
    void oneWordForATownAndItsVillageMeansTheTown() {
        assertThat(code("旅顺口区水师营")).contains("210212005");
    }

    @Test
    void moreNamesThatAgreeMakeItSurerAndOthersCastDoubt() {
        double alone = confidence("文安路社区");
        assertThat(confidence("和平区文安路社区")).isGreaterThan(alone);
        assertThat(confidence("沈阳市和平区文安路社区")).isGreaterThan(confidence("和平区文安路社区"));
        assertThat(confidence("沈阳市和平区南湖街道,桃源街道")).isLessThan(confidence("沈阳市和平区南湖街道"));
        assertThat(confidence("沈阳市胜利社区")).isEqualTo(0.5);
    }

    @Test
    void theEvidenceIsWhatTheTextSays() {
        assertThat(places.find("在沈阳和平区,文安路社区", null).orElseThrow().evidence()).containsExactly("沈阳", "和平区", "文安路社区");
    }

    @Test
    void withoutRegionsNothingIsFound() {
        assertThat(new PlaceFinder(List.of()).find("沈阳市", null)).isEmpty();
    }

    private Optional<String> code(String text) {
        return places.find(text, null).map(Found::code);
    }

    private double confidence(String text) {
        return places.find(text, null).orElseThrow().confidence();
    }

    private static Region region(String line) {
        String[] parts = line.split(" ", 2);
        int level = RegionCode.level(parts[0]).orElseThrow();
        String parent = level == 1 ? null : RegionCode.at(parts[0], level - 1);
        return new Region(parts[0], level, parts[1], parent, false, null, null);
    }
}
