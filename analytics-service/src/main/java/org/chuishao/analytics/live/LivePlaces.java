package org.chuishao.analytics.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.chuishao.mesh.problem.Problem;

/** The places for streams of this replica. One is taken before anything is asked for its stream, and given back at its end. */
final class LivePlaces {

    private static final Duration AWAY = Duration.ofSeconds(10);

    private final Map<String, Integer> taken = new HashMap<>();
    private final int all;
    private final int ofOne;
    private int many;

    /** @param ofOne how many one subject may have */
    LivePlaces(int all, int ofOne) {
        this.all = all;
        this.ofOne = ofOne;
    }

    /** @throws Problem 429 where the subject has all that one may have, 503 where all are taken */
    synchronized void take(String subject) {
        if (taken.getOrDefault(subject, 0) >= ofOne) {
            throw Problem.tooMuch("You have " + ofOne + " streams open, which is all that one may have.", AWAY);
        }
        if (many >= all) {
            throw Problem.unavailable(AWAY);
        }
        taken.merge(subject, 1, Integer::sum);
        many++;
    }

    synchronized void giveBack(String subject) {
        taken.computeIfPresent(subject, (one, his) -> his > 1 ? his - 1 : null);
        many--;
    }

    synchronized int taken() {
        return many;
    }
}
