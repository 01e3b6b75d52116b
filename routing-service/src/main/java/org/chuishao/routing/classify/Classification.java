package org.chuishao.routing.classify;

import java.util.List;

/**
 * What a classifier takes a text to be about.
 *
 * @param confidence 0 to 1
 * @param model name and version of what decided
 * @param evidence what it rests on, free of personal data: it goes to the log
 */
public record Classification(String category, double confidence, String model, List<String> evidence) {

    public Classification {
        evidence = List.copyOf(evidence);
    }
}
