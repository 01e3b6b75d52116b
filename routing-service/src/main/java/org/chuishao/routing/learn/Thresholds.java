package org.chuishao.routing.learn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From which confidence on an answer may be acted on. The common threshold is the lowest above which the share of right
 * answers, at the lower end of Wilson's interval, still reaches the target. A label's own is never below it, and there is none
 * where too few of its answers were confirmed or too many of them were wrong.
 */
public final class Thresholds {

    /** A confidence that nothing reaches. */
    public static final double NEVER = Double.POSITIVE_INFINITY;

    /** Nothing is done by itself. */
    public static final Thresholds NONE = new Thresholds(Map.of());

    /** Before so many outcomes are known, nothing is done by itself. */
    public static final int ENOUGH = 300;

    /** Of one label. */
    private static final int ENOUGH_OF_ONE = 20;

    private static final Comparator<Outcome> SUREST_FIRST =
            Comparator.comparingDouble((Outcome outcome) -> -outcome.confidence());

    private final Map<String, Double> ofLabel;

    Thresholds(Map<String, Double> ofLabel) {
        this.ofLabel = Map.copyOf(ofLabel);
    }

    /**
     * Of a model: what it says of its own time is not enough. What the older examples said of the younger has to reach the
     * target too, for tomorrow's tickets differ from yesterday's as today's do; leniently, since they are fewer and the older
     * had less to learn from.
     */
    public static Thresholds of(Learnt model, double target) {
        return of(model.outcomes(), model.later(), target);
    }

    /**
     * Of outcomes under any labels: categories, or lines.
     *
     * @param later of these, those that were answered by what was learnt before them
     * @param target the share that has to be right, 0 to 1
     */
    public static Thresholds of(Collection<Outcome> outcomes, Collection<Outcome> later, double target) {
        double common = outcomes.size() < ENOUGH
                ? NEVER
                : Math.max(
                        lowest(outcomes, target, Wilson.USUAL, ENOUGH_OF_ONE),
                        lowest(later, target, Wilson.LENIENT, ENOUGH_OF_ONE));
        Map<String, List<Outcome>> byLabel = new HashMap<>();
        outcomes.stream().filter(outcome -> outcome.confidence() >= common).forEach(outcome -> byLabel.computeIfAbsent(
                        outcome.label(), label -> new ArrayList<>())
                .add(outcome));
        Map<String, Double> own = new HashMap<>();
        byLabel.forEach((label, its) -> own.put(label, lowest(its, target, Wilson.NONE, ENOUGH_OF_ONE)));
        return new Thresholds(own);
    }

    /**
     * For all labels alike: the lowest above which the target is reached.
     *
     * @param errors standard errors that the share found is held down by
     * @param least outcomes that it takes
     */
    public static double lowest(Collection<Outcome> outcomes, double target, double errors, int least) {
        List<Outcome> sorted = outcomes.stream().sorted(SUREST_FIRST).toList();
        double lowest = NEVER;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            boolean last = i + 1 == sorted.size()
                    || sorted.get(i + 1).confidence() < sorted.get(i).confidence();
            double share = Wilson.lower(right, i + 1, errors);
            if (last && i + 1 >= least && share >= target) {
                lowest = sorted.get(i).confidence();
            }
        }
        return lowest;
    }

    public double of(String label) {
        return ofLabel.getOrDefault(label, NEVER);
    }

    /**
     * No lower than what was confirmed in use bears, label by label; nothing where it bears nothing.
     *
     * @param confirmed labels with too few of them are left as they are
     */
    public Thresholds heldTo(Collection<Outcome> confirmed, double target) {
        Map<String, List<Outcome>> byLabel = new HashMap<>();
        confirmed.stream().filter(it -> it.confidence() >= of(it.label())).forEach(it -> byLabel.computeIfAbsent(
                        it.label(), label -> new ArrayList<>())
                .add(it));
        Map<String, Double> held = new HashMap<>(ofLabel);
        byLabel.forEach((label, its) -> {
            if (its.size() >= ENOUGH_OF_ONE) {
                held.merge(label, lowest(its, target, Wilson.NONE, ENOUGH_OF_ONE), Math::max);
            }
        });
        return new Thresholds(held);
    }

    Map<String, Double> all() {
        return ofLabel;
    }
}
