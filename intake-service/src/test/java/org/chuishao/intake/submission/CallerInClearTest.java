package org.chuishao.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.intake.ticket.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerInClearTest {

    @ParameterizedTest
    @CsvSource({
        "13812341234, CALL-13812341234",
        "138-1234-1234, 13812341234",
        "+86 138 1234 1234, 13812341234",
        "１３８１２３４１２３４, 13812341234",
        "13812341234, １３８１２３４１２３４",
        "13812341234, 138-1234-1234",
        "13812341234, 86.138:1234/1234",
        "13812341234, 138x1234y1234",
        "024-23456789, 02423456789",
        "024-23456789, 86-24-2345-6789",
        "0411 8765 4321, 87654321",
        "87654321, 0411-87654321",
        "+85221234567, 852.21234567"
    })
    void findsAPhoneHoweverEitherIsSpelt(String phone, String text) {
        assertThat(isIn(text, null, phone, null, null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "21010219900101123X, id-21010219900101123x",
        "21010219900101123x, 210102.19900101.123X",
        "h1234567（8）, H1234567-8"
    })
    void findsPapersHoweverEitherIsSpelt(String id, String text) {
        assertThat(isIn(text, null, null, id, null)).isTrue();
    }

    @Test
    void findsANameOrAnAddress() {
        assertThat(isIn("john_smith/3", "John Smith", null, null, null)).isTrue();
        assertThat(isIn("nanjing-lu-17:302", null, null, null, "Nanjing Lu 17, 302"))
                .isTrue();
    }

    @Test
    void findsNobodyInANumberThatTellsOfNobody() {
        assertThat(isIn("liaoning-302/2026-17", "Li", "13812341234", "21010219900101123X", "302"))
                .isFalse();
        assertThat(isIn("2026-17", null, "", "", " ")).isFalse();
        assertThat(isIn("none", null, "none", null, null)).isFalse();
    }

    private static boolean isIn(
            String text, @Nullable String name, @Nullable String phone, @Nullable String id, @Nullable String address) {
        return CallerInClear.isIn(text, new Caller(name, phone, id, address));
    }
}
