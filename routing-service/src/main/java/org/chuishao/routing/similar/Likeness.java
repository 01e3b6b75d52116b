package org.chuishao.routing.similar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why two tickets are about the same matter.
 *
 * @param text how alike the words are, 0 to 1
 */
record Likeness(double text, Nearness place, boolean sameCategory, Duration apart) {

    /** Words that are rarely said otherwise; more alike they hardly come. */
    private static final double VERY_ALIKE = 0.6;

    private static final double OF_TEXT = 0.6;
    private static final double OF_CATEGORY = 0.1;
    private static final double OF_TIME = 0.05;

    /** What another category asks of the words beyond. */
    private static final double OTHER_CATEGORY = 0.1;

    private static final Duration LONG = Duration.ofDays(14);

    /** Empty where they are two matters, as far as can be told. */
    static Optional<Likeness> of(Known one, Known other) {
        Nearness place = Nearness.of(one.region(), other.region(), one.sketch().namesOneOf(other.sketch()));
        boolean sameCategory = one.ofCategory(other.category());
        double text = one.sketch().alike(other.sketch());
        double needed = place.alikeFrom() + (sameCategory ? 0 : OTHER_CATEGORY);
        return text < needed
                ? Optional.empty()
                : Optional.of(new Likeness(
                        text,
                        place,
                        sameCategory,
                        Duration.between(one.at(), other.at()).abs()));
    }

    /** 0 to 1, for the order. */
    double score() {
        double near = Math.max(0, 1 - (double) apart.toMinutes() / LONG.toMinutes());
        return Math.min(1, text / VERY_ALIKE) * OF_TEXT
                + place.weight()
                + (sameCategory ? OF_CATEGORY : 0)
                + near * OF_TIME;
    }

    /** For people. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>(4);
        long percent = Math.round(text * 100);
        reasons.add(String.format(Locale.ROOT, "词句相近 %1$d%% / words alike %1$d%%", percent));
        reasons.add(place.words());
        reasons.add(String.format(Locale.ROOT, "相隔 %1$d 小时 / %1$d hours apart", apart.toHours()));
        if (sameCategory) {
            reasons.add("同类事项 / same category");
        }
        return reasons;
    }
}
