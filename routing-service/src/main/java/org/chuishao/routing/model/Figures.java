package org.chuishao.routing.model;

import java.util.List;
import org.chuishao.routing.trial.Confusion;
import org.chuishao.routing.trial.Judged;
import org.jspecify.annotations.Nullable;

/**
 * How a model fared on messages that it had not learnt from.
 *
 * @param method how these were held back
 * @param tried how many they were
 * @param accuracy share that was right, 0 to 1, as all shares here
 * @param macroF1 the mean over the labels of the harmonic mean of precision and recall
 * @param coverageAt95 share above the confidence from which on 95% of what it had learnt from was right
 * @param coverageAt95Wilson the same at the lower end of Wilson's interval
 * @param byItself share that the thresholds of its labels would let go out by itself
 * @param rightByItself how much of that was right; null where nothing was
 * @param confusion a row for each true label, columns for what it was taken for, in the order of the labels
 */
public record Figures(
        String method,
        int tried,
        double accuracy,
        double macroF1,
        double coverageAt95,
        double coverageAt98,
        double coverageAt95Wilson,
        double coverageAt98Wilson,
        double byItself,
        @Nullable Double rightByItself,
        List<String> labels,
        List<List<Integer>> confusion) {

    static Figures of(String method, List<Judged> judged) {
        Confusion confusion = new Confusion(judged);
        return new Figures(
                method,
                judged.size(),
                confusion.accuracy(),
                confusion.macroF1(),
                Judged.share(judged, Judged::at95),
                Judged.share(judged, Judged::at98),
                Judged.share(judged, Judged::wilson95),
                Judged.share(judged, Judged::wilson98),
                Judged.share(judged, Judged::byItself),
                judged.stream().anyMatch(Judged::byItself) ? Judged.right(judged, Judged::byItself) : null,
                confusion.labels(),
                confusion.rows());
    }
}
