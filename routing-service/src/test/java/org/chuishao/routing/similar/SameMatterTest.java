package org.chuishao.routing.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same matter, by texts of this project's own. */
class SameMatterTest {

    private static final String COMMUNITY = "210102001002";
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Sketcher SKETCHER = new Sketcher("a salt of the test's own");

    @ParameterizedTest
    @CsvSource({
        "暖气不热 家里暖气片冰凉，室温只有十五度，供热公司一直没人来,供暖温度不达标 三号楼暖气不热，室温十五度左右，老人冻得受不了",
        "路灯不亮 整条街路灯坏了三天，晚上走路看不见,路灯坏了 晚上路灯全都不亮，走夜路很危险，已经好几天了",
        "工地夜间施工扰民 凌晨两点还在施工，机器轰鸣，无法休息,半夜施工噪音 工地后半夜机器轰鸣，孩子睡不了觉，请管管夜间施工",
        "垃圾没人清运 垃圾桶满了一星期没人拉，臭味大,小区垃圾堆成山 垃圾好几天没人清运，臭气熏天，苍蝇多",
        "停水 从昨天下午停水到现在没来水，也没有通知,突然停水 没有通知就停水，从昨天到现在一直没水",
        "电梯坏了 五号楼电梯停运一周，老人下不了楼，物业不修,电梯故障 五号楼的电梯坏了一个星期，物业说没钱修，老人上下楼困难"
    })
    void another_one_says_it_in_other_words(String one, String other) {
        assertThat(Likeness.of(known(one, COMMUNITY, "MATTER.ONE"), known(other, COMMUNITY, "MATTER.OTHER")))
                .hasValueSatisfying(it -> assertThat(it.place()).isEqualTo(Nearness.SAME_COMMUNITY));
    }

    @Test
    void another_matter_of_the_same_estate_is_none() {
        List<String> all = List.of(
                "碧水花园暖气不热 家里暖气片冰凉，室温只有十五度",
                "碧水花园路灯不亮 晚上走路看不见，坏了三天",
                "碧水花园电梯坏了 老人下不了楼，物业不修",
                "碧水花园垃圾没人清运 臭味大，苍蝇多",
                "碧水花园门口占道经营 早市把路堵死，车出不来");
        for (String one : all) {
            for (String other : all) {
                if (!one.equals(other)) {
                    assertThat(Likeness.of(known(one, COMMUNITY, null), known(other, COMMUNITY, null)))
                            .as(one + " / " + other)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void the_same_words_in_another_county_or_another_community_are_none() {
        String words = "暖气不热 家里暖气片冰凉，室温只有十五度";

        assertThat(alike(words, COMMUNITY, words, COMMUNITY)).isPresent();
        assertThat(alike(words, COMMUNITY, words, "210103001002")).isEmpty();
        assertThat(alike(words, COMMUNITY, words, "210102001003")).isEmpty();
        assertThat(alike(words, COMMUNITY, words, "210102002001")).isEmpty();
        assertThat(alike(words, "2101", words, "2101")).isEmpty();
    }

    @Test
    void the_vaguer_the_place_the_more_alike_the_words_have_to_be() {
        String one = "电梯坏了 五号楼电梯停运一周，老人下不了楼，物业不修";
        String other = "垃圾没人清运 电梯坏了，老人下不了楼，物业不修，没人管，楼道也脏";

        assertThat(alike(one, COMMUNITY, other, COMMUNITY)).isPresent();
        assertThat(alike(one, "210102", one, COMMUNITY))
                .hasValueSatisfying(it -> assertThat(it.place()).isEqualTo(Nearness.SAME_COUNTY));
        assertThat(alike("停水 一直没水", "210102", "没有通知，昨天停水到现在", COMMUNITY)).isEmpty();
    }

    @Test
    void an_estate_named_by_both_makes_one_place_of_two_communities() {
        assertThat(alike("碧水花园停水 一直没水", COMMUNITY, "停水两天 碧水花园一直没水", "210102001003"))
                .hasValueSatisfying(it -> assertThat(it.place()).isEqualTo(Nearness.SAME_NAME));
    }

    @Test
    void the_nearer_in_time_and_place_the_higher_and_the_reasons_are_told() {
        Known one = known("停水 一直没水", COMMUNITY, "WATER_OFF");
        Known soon = new Known(one.sketch(), COMMUNITY, "WATER_OFF.NO_NOTICE", NOW.plus(Duration.ofHours(3)));
        Known late = new Known(one.sketch(), COMMUNITY, "OTHER", NOW.minus(Duration.ofDays(13)));

        Likeness near = Likeness.of(one, soon).orElseThrow();
        assertThat(near.score())
                .isGreaterThan(Likeness.of(one, late).orElseThrow().score())
                .isLessThanOrEqualTo(1);
        assertThat(near.reasons())
                .containsExactly(
                        "词句相近 100% / words alike 100%",
                        "同一社区 / same community", "相隔 3 小时 / 3 hours apart", "同类事项 / same category");
    }

    private static Optional<Likeness> alike(String one, String oneRegion, String other, String otherRegion) {
        return Likeness.of(known(one, oneRegion, "MATTER"), known(other, otherRegion, "MATTER"));
    }

    private static Known known(String words, String region, @Nullable String category) {
        return new Known(SKETCHER.sketch(words, "", null).orElseThrow(), region, category, NOW);
    }
}
