package org.chuishao.intake.sight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTest {

    @Test
    void masksNamesAndNumbers() {
        assertThat(Mask.name("张三丰")).isEqualTo("张**");
        assertThat(Mask.name("𠮷野家")).isEqualTo("𠮷**");
        assertThat(Mask.name(" ")).isNull();
        assertThat(Mask.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Mask.phone("+86 138 1234 1234")).doesNotContain("8123412");
        assertThat(Mask.phone("23456789")).isEqualTo("****89");
        assertThat(Mask.phone(null)).isNull();
    }
}
