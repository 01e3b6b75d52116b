package org.chuishao.routing.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "我住在碧水花园三号楼暖气不热, 碧水花园",
        "和平区南湖街道碧水花园停水, 碧水花园",
        "沈阳市和平区长白四路有大坑, 长白四路",
        "位于阳光国际新城的电梯, 阳光国际新城",
        "就在银杏巷里面, 银杏巷"
    })
    void a_name_ends_as_an_estate_or_a_road_does_and_begins_behind_what_leads_to_it(String text, String name) {
        assertThat(PlaceNames.in(text)).containsExactly(name);
    }

    @Test
    void a_text_may_name_several() {
        assertThat(PlaceNames.in("碧水花园门口的银杏大街和幸福路")).containsExactly("碧水花园", "银杏大街", "幸福路");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我们小区停水", "老旧小区改造", "修路占路", "高速公路堵车", "文安路社区", "张三打人", "李明住三单元", "步行街太吵", "马路上有坑"})
    void what_is_no_name_of_a_place_is_never_taken(String text) {
        assertThat(PlaceNames.in(text)).isEmpty();
    }

    @Test
    void a_learned_name_holds_in_its_county_and_where_names_agree() {
        AliasBook book = new AliasBook(
                Map.of("210102", Map.of("碧水花园", "210102001002", "银杏大街", "210102001", "幸福小区", "210102001002")));

        assertThat(book.find("碧水花园停水", "210102")).map(AliasBook.Alias::region).contains("210102001002");
        assertThat(book.find("碧水花园、幸福小区都停水", "210102"))
                .map(AliasBook.Alias::region)
                .contains("210102001002");
        assertThat(book.find("碧水花园停水", "210103")).isEmpty();
        assertThat(book.find("碧水花园停水", "2101")).isEmpty();
        assertThat(book.find("碧水花园和银杏大街", "210102")).isEmpty();
    }
}
