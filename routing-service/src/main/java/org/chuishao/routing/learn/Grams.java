package org.chuishao.routing.learn;

import java.util.Map;
import java.util.TreeMap;

/**
 * The short runs of characters of a text, as hashes: the model keeps numbers, from which nobody's name or street can
 * be read again.
 */
final class Grams {

    private static final int BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Grams() {}

    /**
     * @param salt parts the runs of one field from those of another
     * @return how often each occurs
     */
    static Map<Integer, Integer> count(String plain, int longest, int salt) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int from = 0; from < plain.length(); from++) {
            int hash = (BASIS ^ salt) * PRIME;
            for (int at = from; at < Math.min(plain.length(), from + longest); at++) {
                hash = (hash ^ plain.charAt(at)) * PRIME;
                hash ^= hash >>> 15;
                counts.merge(hash, 1, Integer::sum);
            }
        }
        return counts;
    }
}
