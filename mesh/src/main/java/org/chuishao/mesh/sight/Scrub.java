package org.chuishao.mesh.sight;

import java.util.regex.Pattern;

/** Takes out of free text the numbers that point to a person: mobiles, landlines, identity cards. */
public final class Scrub {

    private static final Pattern NUMBERS = Pattern.compile("(?<![0-9])(?:"
            + "[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx]" // identity card
            + "|(?:\\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}" // mobile
            + "|0[1-9][0-9]{1,2}[- ]?[2-9][0-9]{6,7}" // landline
            + ")(?![0-9])");

    private Scrub() {}

    public static String numbers(String text) {
        return NUMBERS.matcher(text).replaceAll("***");
    }
}
