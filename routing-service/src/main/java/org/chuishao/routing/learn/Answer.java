package org.chuishao.routing.learn;

import java.util.List;

/**
 * What a model makes of a message.
 *
 * @param model its version
 * @param candidates the likeliest first, at most three
 * @param distance how little of the message is explained by what was learnt, in units of its usual spread; about 0 as usual
 */
public record Answer(String model, List<Candidate> candidates, double distance) {

    public Answer {
        candidates = List.copyOf(candidates);
    }

    /**
     * A label that may be right.
     *
     * @param confidence the probability that it is, 0 to 1
     * @param evidence ids of the nearest confirmed tickets of this label
     */
    public record Candidate(String label, double confidence, List<String> evidence) {

        public Candidate {
            evidence = List.copyOf(evidence);
        }
    }

    public Candidate first() {
        return candidates.get(0);
    }
}
