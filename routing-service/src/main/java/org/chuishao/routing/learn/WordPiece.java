package org.chuishao.routing.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into the pieces of a BERT vocabulary: each Chinese character and each mark by itself, other words into the
 * longest pieces known. Written here because the usual tokenizer brings a native library that it unpacks at run time.
 */
final class WordPiece {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = special("[UNK]");
        this.begin = special("[CLS]");
        this.end = special("[SEP]");
    }

    /** @param json a {@code tokenizer.json} whose model is WordPiece */
    static WordPiece read(InputStream json) throws IOException {
        JsonNode words = new ObjectMapper().readTree(json).path("model").path("vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        words.properties()
                .forEach(word -> vocabulary.put(word.getKey(), word.getValue().intValue()));
        return new WordPiece(vocabulary);
    }

    private int special(String name) {
        Integer id = vocabulary.get(name);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no " + name);
        }
        return id;
    }

    /**
     * @param plain a text in lower case
     * @param most pieces, with the one that begins and the one that ends
     */
    int[] encode(String plain, int most) {
        Pieces pieces = new Pieces(most - 1);
        pieces.add(begin);
        int at = 0;
        while (at < plain.length() && !pieces.full()) {
            int code = plain.codePointAt(at);
            int next = at + Character.charCount(code);
            if (alone(code)) {
                addWord(pieces, plain.substring(at, next));
            } else if (!Character.isWhitespace(code) && !Character.isISOControl(code)) {
                while (next < plain.length() && inWord(plain.codePointAt(next))) {
                    next += Character.charCount(plain.codePointAt(next));
                }
                addWord(pieces, plain.substring(at, next));
            }
            at = next;
        }
        return pieces.endedBy(end);
    }

    private void addWord(Pieces pieces, String word) {
        Integer whole = vocabulary.get(word);
        if (whole != null) {
            pieces.add(whole);
            return;
        }
        int[] parts = parts(word);
        if (parts == null) {
            pieces.add(unknown);
        } else {
            for (int part : parts) {
                pieces.add(part);
            }
        }
    }

    private int @Nullable [] parts(String word) {
        if (word.length() > LONGEST_WORD) {
            return null;
        }
        int[] parts = new int[word.length()];
        int count = 0;
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer part = null;
            while (to > from && part == null) {
                part = vocabulary.get((from > 0 ? "##" : "") + word.substring(from, to));
                to--;
            }
            if (part == null) {
                return null;
            }
            parts[count++] = part;
            from = to + 1;
        }
        return Arrays.copyOf(parts, count);
    }

    private static boolean inWord(int code) {
        return !alone(code) && !Character.isWhitespace(code) && !Character.isISOControl(code);
    }

    private static boolean alone(int code) {
        return Character.isIdeographic(code) || mark(code);
    }

    private static boolean mark(int code) {
        boolean ascii = code < 128 && code > ' ' && !Character.isLetterOrDigit(code);
        return ascii
                || switch (Character.getType(code)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    /** As many as there may be; the last place is for the end. */
    private static final class Pieces {
        private final int[] ids;
        private int count;

        private Pieces(int most) {
            ids = new int[most];
        }

        private boolean full() {
            return count == ids.length;
        }

        private void add(int id) {
            if (!full()) {
                ids[count++] = id;
            }
        }

        private int[] endedBy(int id) {
            int[] all = Arrays.copyOf(ids, count + 1);
            all[count] = id;
            return all;
        }
    }
}
