package org.chuishao.bench.routing;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.bench.Figures;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.learn.Learnt;
import org.chuishao.routing.trial.Judged;
import org.chuishao.routing.trial.Trial;

/** Messages as they come, each confirmed after it was answered; the model learns anew every so many. */
final class Stream {

    private static final int WINDOW = 100;

    /** Fewer teach nothing. */
    private static final int LEAST = 50;

    private final Trial trial;
    private final int every;

    Stream(Trial trial, int every) {
        this.trial = trial;
        this.every = every;
    }

    /** @return what was answered, in order; messages before the first model was learnt are left to people */
    List<Judged> run(List<Example> before, List<Example> arriving, Figures figures) {
        List<Example> confirmed = new ArrayList<>(before);
        List<Judged> all = new ArrayList<>();
        Learnt model = confirmed.size() < LEAST ? null : trial.learn(confirmed);
        figures.say("confirmed  share by itself  right by itself  right at all  (of the next %d)", every);
        for (int from = 0; from < arriving.size(); from += every) {
            List<Example> next = arriving.subList(from, Math.min(arriving.size(), from + every));
            if (model != null) {
                List<Judged> judged = trial.judge(model, next);
                all.addAll(judged);
                figures.say(
                        "%9d  %15.2f  %15.3f  %12.3f",
                        confirmed.size(),
                        Judged.share(judged, Judged::byItself),
                        Judged.right(judged, Judged::byItself),
                        Judged.right(judged, one -> true));
            }
            confirmed.addAll(next);
            model = confirmed.size() < LEAST ? null : trial.learn(confirmed);
        }
        return all;
    }

    /** The least share right in any window of a hundred that were done by themselves, one window after the other. */
    static double worstWindow(List<Judged> all) {
        List<Judged> byItself = all.stream().filter(Judged::byItself).toList();
        double worst = 1;
        for (int from = 0; from + WINDOW <= byItself.size(); from += WINDOW) {
            worst = Math.min(worst, Judged.right(byItself.subList(from, from + WINDOW), one -> true));
        }
        return worst;
    }
}
