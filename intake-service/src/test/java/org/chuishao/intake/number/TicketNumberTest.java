package org.chuishao.intake.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketNumberTest {

    private static final String NUMBER = TicketNumber.of("20261123", 12_345);

    @Test
    void beginsWithTheDayInShanghai() {
        assertThat(TicketNumber.day(Instant.parse("2026-11-22T16:00:00Z"))).isEqualTo("20261123");
        assertThat(NUMBER).hasSize(16).startsWith("202611230012345");
    }

    @Test
    void checksByIso7064() {
        // the standard's own example: 0794 has the check digit 5
        assertThat(TicketNumber.check("0794")).isEqualTo(5);
        assertThat(TicketNumber.isValid(NUMBER)).isTrue();
    }

    @Test
    void findsEverySingleWrongDigit() {
        for (int i = 0; i < NUMBER.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String heard = NUMBER.substring(0, i) + digit + NUMBER.substring(i + 1);
                assertThat(TicketNumber.isValid(heard)).isEqualTo(heard.equals(NUMBER));
            }
        }
    }

    @Test
    void isNotAnythingElse() {
        assertThat(TicketNumber.isValid("")).isFalse();
        assertThat(TicketNumber.isValid(NUMBER + "0")).isFalse();
        assertThat(TicketNumber.isValid("２０２６１１２３００１２３４５７")).isFalse();
    }
}
