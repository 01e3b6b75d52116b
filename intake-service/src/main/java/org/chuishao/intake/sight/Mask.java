package org.chuishao.intake.sight;

import org.jspecify.annotations.Nullable;

/** A name and a number as they may be shown: enough to know them again, not enough to use them. */
public final class Mask {

    private static final int SHOWN_AT_THE_END = 4;

    private Mask() {}

    /** 张三丰 becomes 张**. */
    public static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String trimmed = name.strip();
        return trimmed.substring(0, trimmed.offsetByCodePoints(0, 1)) + "**";
    }

    /** 13812341234 becomes 138****1234; of a short number only the end is shown. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        String digits = phone.replaceAll("[^0-9]", "");
        if (digits.length() > SHOWN_AT_THE_END + 6) {
            return digits.substring(0, 3)
                    + "*".repeat(digits.length() - 3 - SHOWN_AT_THE_END)
                    + digits.substring(digits.length() - SHOWN_AT_THE_END);
        }
        return "****" + digits.substring(Math.max(0, digits.length() - 2));
    }
}
