package org.chuishao.routing.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordClassifierTest {

    private final Classifier classifier = new KeywordClassifier(ShippedTaxonomy.read());

    @ParameterizedTest
    @CsvSource({
        "HEATING_OFF, 家里暖气不热, 室温不达标只有十五度",
        "WATER_OFF, 小区停水两天, 一直没有水",
        "NOISE, 工地夜间施工扰民, 凌晨还在轰鸣",
        "STREET_CLEANING, 垃圾桶满了没人清扫, 脏乱差",
        "PROPERTY_SERVICE, 物业公司乱收物业费, 电梯也不修",
        "SOCIAL_INSURANCE, 养老保险缴费年限怎么算, 快退休了",
        "KINDERGARTEN, 幼儿园伙食差, 家长不满",
        "PARKING, 路边停车收费不合理, 停车场太少",
        "PUBLIC_TRANSPORT, 公交线路太少, 末班车太早"
    })
    void a_plain_complaint_is_recognised(String category, String title, String content) {
        Classification found = classifier.classify(title, content);

        assertThat(found.category()).isEqualTo(category);
        assertThat(found.confidence()).isGreaterThanOrEqualTo(0.5);
        assertThat(found.model()).isEqualTo("keywords-1");
    }

    @Test
    void the_evidence_is_made_of_its_own_words_and_nothing_that_the_citizen_wrote() {
        Classification found = classifier.classify("暖气不热", "我叫某某，电话13800000000，住三单元，取暖费已交");

        assertThat(found.evidence()).isNotEmpty().allMatch(word -> "暖气不热取暖费".contains(word));
    }

    @Test
    void a_longer_word_hides_the_shorter_one_that_it_holds() {
        // 停车 alone would speak for parking too, and twice
        assertThat(classifier.classify("停车费", "").evidence()).containsExactly("停车费");
    }

    @Test
    void a_text_that_says_nothing_known_is_other_with_no_confidence() {
        Classification found = classifier.classify("你好", "在吗");

        assertThat(found.category()).isEqualTo(Category.OTHER);
        assertThat(found.confidence()).isZero();
    }

    @Test
    void one_short_word_in_a_long_text_is_not_clear() {
        assertThat(classifier.classify("反映情况", "想问一下路灯").confidence()).isLessThan(0.5);
    }

    @Test
    void the_more_a_second_category_is_spoken_for_the_less_clear_is_the_first() {
        double alone = classifier.classify("噪音扰民", "").confidence();
        double beside = classifier.classify("噪音扰民", "垃圾没人清扫，公厕很脏").confidence();

        assertThat(beside).isLessThan(alone);
    }
}
