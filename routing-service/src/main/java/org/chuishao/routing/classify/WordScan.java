package org.chuishao.routing.classify;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds many words in a text in one pass. Of words that overlap so that one holds the other, the longer stands. */
final class WordScan<T> {

    /** A word at its place. */
    record Hit<T>(int begin, int end, String word, T meaning) {

        private boolean holds(Hit<T> other) {
            return begin <= other.begin && end >= other.end && end - begin > other.end - other.begin;
        }
    }

    private final boolean empty;
    private final AhoCorasickDoubleArrayTrie<T> trie = new AhoCorasickDoubleArrayTrie<>();

    WordScan(Map<String, T> words) {
        empty = words.isEmpty();
        if (!empty) {
            TreeMap<String, T> sorted = new TreeMap<>();
            words.forEach((word, meaning) -> sorted.put(plain(word), meaning));
            trie.build(sorted);
        }
    }

    /** One spelling for full and half width, upper and lower case. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** @param plain a text as {@link #plain} makes it */
    List<Hit<T>> find(String plain) {
        List<Hit<T>> standing = new ArrayList<>();
        if (empty) {
            return standing;
        }
        // hits come by their end: one that is held by another comes before it or together with it
        trie.parseText(plain, (begin, end, meaning) -> {
            Hit<T> hit = new Hit<>(begin, end, plain.substring(begin, end), meaning);
            while (!standing.isEmpty() && hit.holds(last(standing))) {
                standing.remove(standing.size() - 1);
            }
            if (standing.isEmpty() || !last(standing).holds(hit)) {
                standing.add(hit);
            }
        });
        return standing;
    }

    private static <T> Hit<T> last(List<Hit<T>> hits) {
        return hits.get(hits.size() - 1);
    }
}
