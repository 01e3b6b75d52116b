package org.chuishao.mesh.reference;

import java.util.List;
import java.util.Optional;

/** How division codes are made: digits by level, a prefix naming an ancestor. */
public final class RegionCode {

    public static final String PROVINCE = "21";
    static final int COMMUNITY_DIGITS = 12;
    private static final List<Integer> DIGITS = List.of(2, 4, 6, 9, 12, 15);

    private RegionCode() {}

    /** 1 province to 6 grid; empty where the code has another number of digits. */
    public static Optional<Integer> level(String code) {
        int level = DIGITS.indexOf(code.length()) + 1;
        return level == 0 ? Optional.empty() : Optional.of(level);
    }

    /** How many digits a code of the level has. */
    public static int digits(int level) {
        return DIGITS.get(level - 1);
    }

    /** The ancestor at a level, or the code itself where it is no deeper. */
    public static String at(String code, int level) {
        int digits = digits(level);
        return code.length() <= digits ? code : code.substring(0, digits);
    }
}
