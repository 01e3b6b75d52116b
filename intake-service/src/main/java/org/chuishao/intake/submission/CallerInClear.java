package org.chuishao.intake.submission;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.mesh.crypto.Phone;
import org.jspecify.annotations.Nullable;

/** Finds a caller in a text that stands on the log in clear, however either of the two is spelt. */
final class CallerInClear {

    /** What is shorter stands in too many numbers by chance. */
    private static final int TELLING = 5;

    private static final Pattern LANDLINE = Pattern.compile("0(?:10|2[0-9]|[3-9][0-9]{2})([2-8][0-9]{6,7})");

    private CallerInClear() {}

    static boolean isIn(String text, Caller caller) {
        return holdsPhone(digits(text), caller.phone())
                || Stream.of(caller.id(), caller.name(), caller.address()).anyMatch(own -> holds(text, own));
    }

    /** Of a landline the number within its town is enough. */
    private static boolean holdsPhone(String digits, @Nullable String phone) {
        return phone != null
                && Phone.parse(phone)
                        .map(it -> digits(it.digits()))
                        .map(CallerInClear::withoutArea)
                        .filter(digits::contains)
                        .isPresent();
    }

    private static String withoutArea(String digits) {
        Matcher landline = LANDLINE.matcher(digits);
        return landline.matches() ? landline.group(1) : digits;
    }

    private static boolean holds(String text, @Nullable String own) {
        String plain = own == null ? "" : lettersAndDigits(own);
        return plain.length() >= TELLING && lettersAndDigits(text).contains(plain);
    }

    private static String digits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }

    private static String lettersAndDigits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
