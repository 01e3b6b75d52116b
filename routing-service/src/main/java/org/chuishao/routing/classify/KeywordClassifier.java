package org.chuishao.routing.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;

/** Counts the words that speak for each category: longer ones and those in the title weigh more. */
public final class KeywordClassifier implements Classifier {

    /** Stands with what the rules found. */
    public static final String MODEL = "keywords-1";

    /** Beyond this a text tells its history rather than its matter. */
    private static final int CONTENT_READ = 500;

    private static final double IN_TITLE = 2;
    private static final int EVIDENCE = 8;

    private final WordScan<String> words;

    public KeywordClassifier(Taxonomy taxonomy) {
        Map<String, String> categoryOf = new HashMap<>();
        for (Category category : taxonomy.categories()) {
            category.words().forEach(word -> categoryOf.put(word, category.code()));
        }
        words = new WordScan<>(categoryOf);
    }

    @Override
    public Classification classify(String title, String content) {
        List<Score> best = best(title, content);
        if (best.isEmpty()) {
            return new Classification(Category.OTHER, 0, MODEL, List.of());
        }
        Score first = best.get(0);
        double second = best.size() > 1 ? best.get(1).weight : 0;
        return new Classification(
                first.category,
                confidence(first.weight, second),
                MODEL,
                first.words.stream().limit(EVIDENCE).toList());
    }

    /** The categories that any word speaks for, the likeliest first. */
    public List<String> likeliest(String title, String content) {
        return best(title, content).stream().map(score -> score.category).toList();
    }

    private List<Score> best(String title, String content) {
        Map<String, Score> scores = new HashMap<>();
        count(scores, WordScan.plain(title), IN_TITLE);
        count(scores, WordScan.plain(content.substring(0, Math.min(content.length(), CONTENT_READ))), 1);
        List<Score> best = new ArrayList<>(scores.values());
        best.sort(Comparator.<Score>comparingDouble(s -> -s.weight).thenComparing(s -> s.category));
        return best;
    }

    private void count(Map<String, Score> scores, String plain, double factor) {
        for (WordScan.Hit<String> hit : words.find(plain)) {
            scores.computeIfAbsent(hit.meaning(), Score::new).add(hit.word(), factor);
        }
    }

    /** How far ahead the first is, held down where little speaks for it at all. */
    private static double confidence(double first, double second) {
        double ahead = first / (first + second);
        double enough = 1 - Math.exp(-first / 2);
        return Math.round(ahead * enough * 100) / 100.0;
    }

    private static final class Score {
        private final String category;
        private final Set<String> words = new LinkedHashSet<>();
        private double weight;

        private Score(String category) {
            this.category = category;
        }

        /** A word counts once, however often the citizen says it. */
        private void add(String word, double factor) {
            if (words.add(word)) {
                weight += factor * Math.min(word.length() / 2.0, 2);
            }
        }
    }
}
