package org.chuishao.mesh.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerHashTest {

    private final CallerHash hash = new CallerHash(SealerTest.key(3));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13912345678",
                "+86 139 1234 5678",
                "+86-139-1234-5678",
                "0086 13912345678",
                "8613912345678",
                "139-1234-5678",
                "１３９１２３４５６７８",
                " (139) 1234.5678 ",
                "＋86　139—1234—5678"
            })
    void takesEverySpellingOfANumberForTheSamePerson(String phone) {
        assertThat(hash.of(phone)).isEqualTo(hash.of("13912345678"));
    }

    @ParameterizedTest
    @CsvSource({
        "024-2345 6789, 02423456789",
        "+86 24 2345 6789, 02423456789",
        "+86 (10) 2345 6789, 01023456789",
        "+86 400 810 8888, 4008108888",
        "2345 6789, 23456789",
        "+852 2345 6789, +85223456789",
        "00852 2345 6789, +85223456789",
    })
    void writesLandlinesAndForeignNumbersInOneWay(String phone, String digits) {
        assertThat(Phone.parse(phone)).contains(new Phone(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "李女士", "139", "139123456789012", "1391234567x", "+", "+86", "13912345678;drop"})
    void refusesWhatIsNoNumberWithoutQuotingIt(String phone) {
        assertThatThrownBy(() -> hash.of(phone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a phone number");
    }

    @Test
    void cannotBeGuessedWithoutTheKey() {
        assertThat(hash.of("13912345678"))
                .doesNotContain("139")
                .isNotEqualTo(new CallerHash(SealerTest.key(4)).of("13912345678"))
                .isNotEqualTo(hash.of("13912345679"));
        assertThat(new Phone("13912345678")).hasToString("Phone[...]");
    }
}
