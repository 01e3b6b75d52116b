package org.chuishao.routing.classify;

import java.util.List;
import org.chuishao.mesh.event.Severity;

/**
 * All that is made of a ticket's words: what it is about, how urgent, and where.
 *
 * @param clear the category may be acted on
 * @param safety (涉险) a person decides
 * @param region the smallest region known, its own or found in the words
 * @param evidence hazard words, words of the category and names of places, each with its sort before it
 */
public record Assessment(
        Severity severity,
        String category,
        double confidence,
        boolean clear,
        boolean safety,
        String model,
        String region,
        List<String> evidence) {

    public Assessment {
        evidence = List.copyOf(evidence);
    }
}
