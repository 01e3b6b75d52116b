package org.chuishao.intake.number;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A ticket's number for people: 16 digits, the day it came in (Asia/Shanghai, 8), a number within the day that is not
 * dense (7), and a check digit by ISO/IEC 7064 MOD 11,10, which finds every single wrong digit and nearly every swap of
 * neighbours, as they happen on the phone.
 */
public final class TicketNumber {

    static final int PER_DAY = 10_000_000;
    private static final int LENGTH = 16;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private TicketNumber() {}

    static String day(Instant at) {
        return DAY.format(at);
    }

    static String of(String day, int serial) {
        // seven digits behind a 1 that is left out: a format string took as long as sealing a text
        String digits = day + Integer.toString(PER_DAY + serial).substring(1);
        return digits + check(digits);
    }

    public static boolean isValid(String number) {
        return number.length() == LENGTH
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && check(number.substring(0, LENGTH - 1)) == number.charAt(LENGTH - 1) - '0';
    }

    /** ISO/IEC 7064 MOD 11,10. */
    static int check(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10;
    }
}
