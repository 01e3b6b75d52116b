package org.chuishao.mesh.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {

    private static final String PROPERTY = "chuishao.keys.log";

    @Test
    void usesTheFirstKeyAndKnowsTheOthers() {
        KeyRing ring = KeyRing.parse(PROPERTY, "new:" + SealerTest.key(1) + ", old:" + SealerTest.key(2));

        assertThat(ring.currentId()).isEqualTo("new");
        assertThat(ring.key("old")).isNotNull();
        assertThat(ring.key("other")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''             | key 1 must read <id>:<base64>",
                "SECRETVALUE    | key 1 must read <id>:<base64>",
                "a b:SECRETVALUE| key 1 must read <id>:<base64>",
                "k1:SECRET/*    | key 1 is not base64",
                "k1:U0VDUkVU    | key 1 must have 32 bytes, but has 6",
                "k1:            | key 1 must have 32 bytes, but has 0",
            })
    void saysWhichKeyIsWrongButNeverShowsIt(String ring, String words) {
        assertThatThrownBy(() -> KeyRing.parse(PROPERTY, ring))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PROPERTY)
                .hasMessageContaining(words)
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    @Test
    void refusesAKeyIdThatStandsTwice() {
        assertThatThrownBy(() -> KeyRing.parse(PROPERTY, "k:" + SealerTest.key(1) + ",k:" + SealerTest.key(2)))
                .hasMessageContaining("key 2 repeats a key id");
    }
}
