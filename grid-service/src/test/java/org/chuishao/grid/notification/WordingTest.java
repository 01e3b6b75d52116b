package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.chuishao.mesh.event.Severity;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String TEMPLATE = "{level}工单{number}：{category}，{place}。请{limit}{act}。";

    @Test
    void saysWhatWhereAndByWhen() {
        Wording words = new Wording(
                "LN26113000018",
                "停暖不热",
                "沈河区五里河街道",
                Instant.parse("2026-11-30T01:05:00Z"),
                "SIGN",
                Severity.URGENT,
                BEIJING);
        assertThat(words.fill(TEMPLATE)).isEqualTo("紧急工单LN26113000018：停暖不热，沈河区五里河街道。请11月30日9:05前签收。");
    }

    @Test
    void isStillASentenceWhereLittleIsKnown() {
        Wording words = new Wording(null, null, null, null, null, Severity.ORDINARY, BEIJING);
        assertThat(words.fill(TEMPLATE)).isEqualTo("工单：诉求，辖区内。请尽快办理。");
    }
}
