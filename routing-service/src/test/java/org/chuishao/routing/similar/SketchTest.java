package org.chuishao.routing.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SketchTest {

    private static final Sketcher SKETCHER = new Sketcher("a salt of the test's own");
    private static final String COMMUNITY = "210102001002";

    @Test
    void tells_how_alike_two_texts_are() {
        String one = "工地夜间施工扰民，凌晨两点还在施工，机器轰鸣，无法休息";
        String other = "半夜施工噪音，工地后半夜机器轰鸣，孩子睡不了觉";
        Set<String> both = new HashSet<>(Essence.of(one, List.of()));
        both.retainAll(Essence.of(other, List.of()));
        Set<String> all = new HashSet<>(Essence.of(one, List.of()));
        all.addAll(Essence.of(other, List.of()));

        assertThat(sketch(one).alike(sketch(other))).isCloseTo((double) both.size() / all.size(), within(0.1));
        assertThat(sketch(one).alike(sketch(one))).isOne();
    }

    @Test
    void says_nothing_of_numbers_small_words_names_of_estates_and_what_stands_in_any_ticket() {
        assertThat(Essence.of("您好，希望相关部门尽快处理：13812341234，谢谢", List.of())).isEmpty();
        assertThat(Essence.of("碧水花园的灯", List.of("碧水花园"))).containsExactly("灯");
        assertThat(SKETCHER.sketch("110", "", null)).isEmpty();
    }

    @Test
    void by_another_salt_is_another_one() {
        Sketch other = new Sketcher("another salt").sketch("碧水花园停水", "", null).orElseThrow();

        assertThat(other.alike(sketch("碧水花园停水"))).isLessThan(0.05);
        assertThat(other.namesOneOf(sketch("碧水花园停水"))).isFalse();
    }

    @Test
    void is_found_by_like_texts_by_names_and_by_the_community_within_one_county_only() {
        Sketch heat = sketch("碧水花园暖气不热，室温只有十五度");
        Sketch like = sketch("暖气不热，室温只有十四度，冷");
        Sketch named = sketch("碧水花园路灯不亮");
        Sketch other = sketch("井盖丢失");

        assertThat(shared(heat.keys("210102"), like.keys("210102"))).isTrue();
        assertThat(shared(heat.keys("210102"), named.keys("210102"))).isTrue();
        assertThat(shared(heat.keys("210102"), other.keys("210102"))).isFalse();
        assertThat(shared(heat.keys(COMMUNITY), other.keys(COMMUNITY))).isTrue();
        assertThat(shared(heat.keys("210102"), heat.keys("210103"))).isFalse();
        assertThat(heat.keys("2101")).isEmpty();
    }

    private static boolean shared(List<Integer> one, List<Integer> other) {
        return !Collections.disjoint(one, other);
    }

    private static Sketch sketch(String text) {
        return SKETCHER.sketch(text, "", null).orElseThrow();
    }
}
