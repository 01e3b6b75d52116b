package org.chuishao.analytics.brief;

import java.math.BigDecimal;
import java.util.Locale;
import org.chuishao.analytics.matter.Name;
import org.jspecify.annotations.Nullable;

/** Figures as they stand on paper. */
final class Shown {

    /** In the place of what is not published; a note says why. */
    static final String WITHHELD = "—*";

    static final String NOTHING = "—";

    private static final double PERCENT = 100;

    private Shown() {}

    static String number(@Nullable Long number) {
        return number == null
                ? WITHHELD
                : String.format(Locale.ROOT, "%,d", number).replace("-", "−");
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? NOTHING : String.format(Locale.ROOT, number.scale() > 0 ? "%,.1f" : "%,.0f", number);
    }

    static String percent(@Nullable BigDecimal share) {
        return share == null ? NOTHING : String.format(Locale.ROOT, "%.1f%%", PERCENT * share.doubleValue());
    }

    static String signed(@Nullable Long change) {
        return change == null ? NOTHING : (change > 0 ? "+" : "") + number(change);
    }

    static String signedPercent(long change, long before) {
        return String.format(Locale.ROOT, "%+.1f%%", PERCENT * change / before).replace("-", "−");
    }

    /** The change with its share of what was before. */
    static String change(@Nullable Long now, @Nullable Long before) {
        if (now == null || before == null) {
            return NOTHING;
        }
        long change = now - before;
        return signed(change) + (before == 0 || change == 0 ? "" : " (" + signedPercent(change, before) + ")");
    }

    /** By how many points of a hundred. */
    static String points(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null
                ? NOTHING
                : String.format(
                                Locale.ROOT,
                                "%+.1f",
                                PERCENT * now.subtract(before).doubleValue())
                        .replace("-", "−");
    }

    static String interval(@Nullable BigDecimal lower, @Nullable BigDecimal upper) {
        return lower == null || upper == null
                ? NOTHING
                : String.format(Locale.ROOT, "%.1f–%.1f", PERCENT * lower.doubleValue(), PERCENT * upper.doubleValue());
    }

    static Name tier(String tier) {
        return switch (tier) {
            case "district" -> new Name("区县", "districts");
            case "town" -> new Name("乡镇街道", "towns");
            case "community" -> new Name("社区村", "communities");
            case "department" -> new Name("部门", "departments");
            case "company" -> new Name("企业", "companies");
            default -> new Name(tier, tier);
        };
    }
}
