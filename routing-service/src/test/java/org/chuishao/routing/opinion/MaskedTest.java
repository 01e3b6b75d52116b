package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13912345678",
                "139 1234 5678",
                "139-1234-5678",
                "139.1234.5678",
                "139，1234，5678",
                "１３９１２３４５６７８",
                "139\u200b1234\u200b5678",
                "+86 139 1234 5678",
                "024-23456789",
                "(024) 2345 6789",
                "23456789",
                "一三九一二三四五六七八",
                "幺三九 幺二三四 五六七八",
                "210102199001011234",
                "21010219900101123X",
                "6222 0212 3456 7890 123",
                "91210100MA0ABCDE1X",
                "E12345678",
                "zhang.san@example.com",
                "https://example.com/u/zhangsan?id=7",
                "辽A12345",
                "辽A·D12345",
                "辽a 8b8c9"
            })
    void numbers_that_lead_to_a_person_go_however_they_are_written(String number) {
        assertThat(Masked.of("停水两天，请联系" + number + "，谢谢")).isEqualTo("停水两天,请联系***,谢谢");
    }

    @ParameterizedTest
    @CsvSource({
        "我叫张三，暖气不热, '我叫***,暖气不热'",
        "联系人：欧阳小红, 联系人:***",
        "王先生反映停水, ***先生反映停水",
        "找李建国主任签字, 找***主任签字",
        "邻居赵某半夜施工, 邻居***某半夜施工",
        "微信号：zhang_san88 加我, 微信号:*** 加我"
    })
    void names_go_where_the_words_around_them_say_that_they_are_names(String words, String masked) {
        assertThat(Masked.of(words)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "3号楼2单元501室漏水, *号楼*单元*室漏水",
        "三单元五楼漏水, *单元*楼漏水",
        "12栋B座1703, *栋*座*",
        "家住3-2-501, 家住*",
        "中山路128号门口, 中山路*号门口"
    })
    void doors_go_and_the_street_stays(String words, String masked) {
        assertThat(Masked.of(words)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"邻居高空抛物", "业主安装充电桩受阻", "室温只有18.5度", "物业费每月150元", "停水3天无人处理", "孩子上学要交费"})
    void what_the_matter_is_stays(String words) {
        assertThat(Masked.of(words)).isEqualTo(words);
    }

    @Test
    void what_is_masked_is_masked_for_good_and_soon() {
        String hostile = "1 ".repeat(5_000) + "a".repeat(5_000) + "一".repeat(5_000) + "@".repeat(2_000);
        long begin = System.nanoTime();
        String masked = Masked.of(hostile);
        assertThat(Masked.of(masked)).isEqualTo(masked);
        assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
    }
}
