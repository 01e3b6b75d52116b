package org.chuishao.grid.site;

import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A code that is shown on site: who names it was there. */
public final class SiteCode {

    /** Of a code that is given; none that is made is as long. */
    public static final int LONGEST = 20;

    /** Without letters that are taken for digits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SiteCode() {}

    public static String make() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** @param shown null where none was made, or no key opens it: then none is right */
    public static boolean isShown(@Nullable String shown, String given) {
        return shown != null && shown.equals(given.toUpperCase(Locale.ROOT));
    }
}
