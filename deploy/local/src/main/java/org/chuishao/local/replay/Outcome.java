package org.chuishao.local.replay;

import java.util.Map;
import org.chuishao.local.replay.book.Book;
import org.chuishao.local.replay.reckoning.Reckoning.Holdings;

/**
 * How a run ended.
 *
 * @param figures what analytics counted for the run, by state
 * @param figuresSeconds how long after the end its figures were intake's; negative where they never were
 * @param again how many calls had to go out again
 * @param failures how many answers were 500
 * @param troubles what the people met, and how often
 */
public record Outcome(
        Book book,
        Holdings holdings,
        Map<String, Integer> figures,
        double figuresSeconds,
        long again,
        long failures,
        Map<String, Long> troubles) {

    public int closed() {
        return holdings.states().getOrDefault("CLOSED", 0);
    }

    public boolean figuresEqual() {
        return figuresSeconds >= 0;
    }

    /** Nothing was lost, nothing was done twice, no event stands where it must not. */
    public boolean held() {
        return holdings.lost().isEmpty()
                && holdings.doubled().isEmpty()
                && holdings.faults().isEmpty();
    }
}
