package org.chuishao.routing.learn;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for what means the same: width, case and space. */
final class Plain {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Plain() {}

    static String of(String text) {
        String one = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACE.matcher(one).replaceAll(" ").strip();
    }

    /** Any number for any other: a phone number or a sum of money says nothing of the matter. */
    static String withoutNumbers(String text) {
        return NUMBER.matcher(of(text)).replaceAll("0");
    }

    /** The beginning of a text, never half a character. */
    static String head(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
