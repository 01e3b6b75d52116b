package org.chuishao.routing.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.reference.Region;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.classify.Advised.Opinion;
import org.chuishao.routing.classify.Advised.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessorTest {

    private static final List<Region> REGIONS = List.of(
            region("21", 1, "辽宁省", null),
            region("2101", 2, "沈阳市", "21"),
            region("210102", 3, "和平区", "2101"),
            region("210102001", 4, "浑河湾街道", "210102"),
            region("210102001002", 5, "中华社区", "210102001"),
            region("2102", 2, "大连市", "21"),
            region("210211", 3, "甘井子区", "2102"));

    private static final Position HEPING = new Position(123.4009, 41.7576, Crs.CGCS2000);

    private final Taxonomy taxonomy = ShippedTaxonomy.read();
    private final Assessor assessor = new Assessor(
            taxonomy, new KeywordClassifier(taxonomy), new Whereabouts(REGIONS, CountyOutlines.ofLiaoning()), 0.5);

    @Test
    void a_place_is_found_in_the_words_where_none_is_given() {
        Assessment found = assess("暖气不热", "沈阳市和平区浑河湾街道中华社区", "21");

        assertThat(found.region()).isEqualTo("210102001002");
        assertThat(found.evidence()).contains("place: 中华社区", "word: 暖气不热");
    }

    @Test
    void a_known_place_is_never_left_for_another_one_that_is_named() {
        assertThat(assess("暖气不热", "我从大连市搬来", "210102").region()).isEqualTo("210102");
    }

    @Test
    void a_community_is_as_small_as_it_gets() {
        assertThat(assess("暖气不热", "沈阳市和平区", "210102001002").region()).isEqualTo("210102001002");
    }

    /** In 和平区, as a map kit and a phone's receiver tell it. */
    @ParameterizedTest
    @CsvSource({"123.4009, 41.7576, CGCS2000", "123.4070, 41.7600, GCJ02", "123.4136, 41.7657, BD09"})
    void a_position_finds_the_county_where_the_words_name_none(double longitude, double latitude, Crs crs) {
        Assessment found = at("暖气不热", "室温不达标", "21", new Position(longitude, latitude, crs));

        assertThat(found.region()).isEqualTo("210102");
        assertThat(found.evidence()).contains("position: 和平区");
    }

    @Test
    void the_words_narrow_what_the_position_found() {
        assertThat(at("暖气不热", "中华社区三号楼", "21", HEPING).region()).isEqualTo("210102001002");
    }

    @Test
    void a_position_elsewhere_does_not_contradict_the_words() {
        assertThat(at("暖气不热", "大连市甘井子区", "21", HEPING).region()).isEqualTo("210211");
        assertThat(at("暖气不热", "室温不达标", "2102", HEPING).region()).isEqualTo("2102");
    }

    @Test
    void a_position_outside_of_the_province_finds_nothing() {
        assertThat(at("暖气不热", "室温不达标", "21", new Position(116.404, 39.915, Crs.WGS84))
                        .region())
                .isEqualTo("21");
    }

    @Test
    void what_endangers_life_is_about_the_hazard_and_clear() {
        Assessment found = assess("反映情况", "楼下燃气泄漏，物业公司不管，物业费白交", "210102");

        assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(found.category()).isEqualTo("GAS_SERVICE");
        assertThat(found.clear()).isTrue();
    }

    @Test
    void what_a_desk_named_stands_above_the_words_and_a_danger_above_both() {
        assertThat(named("路口情况", "请处理", "ROADS").category()).isEqualTo("ROADS");
        assertThat(named("路口情况", "请处理", "ROADS").clear()).isTrue();
        assertThat(named("燃气泄漏", "楼下燃气泄漏", "ROADS").category()).isEqualTo("GAS_SERVICE");
        assertThat(named("你好", "在吗", "NO_SUCH").clear()).isFalse();
    }

    @Test
    void a_text_without_a_known_word_is_not_clear() {
        assertThat(assess("你好", "在吗", "210102").clear()).isFalse();
    }

    private Assessment named(String title, String content, String category) {
        return assessor.assess(new Assessor.Words(title, content, null, Kind.OTHER, "210102", null, category));
    }

    @Test
    void a_model_decides_only_where_it_is_sure_and_has_the_line() {
        assertThat(advised("家里的事", true, Set.of("HEATING")).category()).isEqualTo("HEATING_OFF");
        assertThat(advised("家里的事", true, Set.of("HEATING")).model()).isEqualTo("learnt");
        assertThat(advised("家里的事", true, Set.of("WATER")).model()).isEqualTo("keywords-1");
        assertThat(advised("家里的事", false, Set.of("HEATING")).model()).isEqualTo("keywords-1");
    }

    @Test
    void where_a_model_that_has_the_line_is_not_sure_a_person_chooses() {
        assertThat(advised("家里的事", false, Set.of("HEATING")).counselled().personAsked())
                .isTrue();
        assertThat(advised("家里的事", false, Set.of("WATER")).counselled().personAsked())
                .isFalse();
        // words alone speak for a line that is the model's, and it does not
        assertThat(advised("初三周末违规补课，学校老师收费", false, Set.of("EDUCATION"))
                        .counselled()
                        .personAsked())
                .isTrue();
        assertThat(advised("初三周末违规补课，学校老师收费", false, Set.of()).counselled().personAsked())
                .isFalse();
    }

    @Test
    void a_model_never_lowers_how_urgent_it_is() {
        Assessment found = advised("楼道里闻到燃气泄漏的味道", true, Set.of("HEATING"));

        assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(found.category()).isNotEqualTo("HEATING_OFF");
    }

    @Test
    void a_model_that_is_sure_warns_of_danger_and_leaves_what_it_is_to_the_rules() {
        Assessment found = advised("家里的事", "GAS_SERVICE.GAS_LEAK", true, Set.of("GAS"));

        assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(found.model()).isEqualTo("keywords-1");
    }

    @Test
    void what_the_hazard_words_name_is_no_question_of_the_model() {
        Assessment found = advised("小区停气了", false, Set.of("HEATING"));

        assertThat(found.category()).startsWith("GAS");
        assertThat(found.counselled().personAsked()).isFalse();
    }

    private Assessment advised(String title, boolean sure, Set<String> lines) {
        return advised(title, "HEATING_OFF", sure, lines);
    }

    private Assessment advised(String title, String category, boolean sure, Set<String> lines) {
        Advised advised = new Advised(
                new Opinion("learnt", category, 0.9, sure, List.of(), List.of()),
                lines,
                List.of(new Said("learnt", category, 0.9)));
        return assessor.assess(new Assessor.Words(title, "", null, Kind.COMPLAINT, "210102", null), advised);
    }

    private Assessment assess(String title, String content, String region) {
        return at(title, content, region, null);
    }

    private Assessment at(String title, String content, String region, @Nullable Position position) {
        return assessor.assess(new Assessor.Words(title, content, null, Kind.COMPLAINT, region, position));
    }

    private static Region region(String code, int level, String name, @Nullable String parent) {
        return new Region(code, level, name, parent, false, null, null);
    }
}
