package org.chuishao.routing.trial;

import java.util.List;
import java.util.function.Predicate;

/**
 * A message that the model had not learnt from.
 *
 * @param label what the model took it for
 * @param at95 its confidence reached the threshold above which 95% of what the model had not known was right
 * @param wilson95 the same, at the lower end of Wilson's interval
 * @param byItself what the product would have done under its own thresholds
 * @param distance how unlike it is to what was learnt
 */
public record Judged(
        String truth,
        String label,
        boolean second,
        double confidence,
        boolean at95,
        boolean at98,
        boolean wilson95,
        boolean wilson98,
        boolean byItself,
        double distance) {

    public boolean right() {
        return truth.equals(label);
    }

    public static double share(List<Judged> all, Predicate<Judged> of) {
        return (double) all.stream().filter(of).count() / all.size();
    }

    /** How much of those is right. */
    public static double right(List<Judged> all, Predicate<Judged> of) {
        long chosen = all.stream().filter(of).count();
        return chosen == 0
                ? 1
                : (double) all.stream().filter(of.and(Judged::right)).count() / chosen;
    }
}
