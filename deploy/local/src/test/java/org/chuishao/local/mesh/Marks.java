package org.chuishao.local.mesh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Words that must not turn up: as UTF-8, with JSON's escapes, in hexadecimal. */
final class Marks {

    private static final int BLOCK = 1 << 20;
    /** No form of a mark is longer. */
    private static final int OVERLAP = 400;

    private final AhoCorasickDoubleArrayTrie<String> trie = new AhoCorasickDoubleArrayTrie<>();

    Marks(List<String> marks) {
        TreeMap<String, String> forms = new TreeMap<>();
        for (String mark : marks) {
            forms.put(new String(mark.getBytes(UTF_8), ISO_8859_1), mark);
            forms.put(HexFormat.of().formatHex(mark.getBytes(UTF_8)), mark);
            forms.put(escaped(mark), mark);
        }
        trie.build(forms);
    }

    Set<String> in(String text) {
        return found(new String(text.getBytes(UTF_8), ISO_8859_1));
    }

    Set<String> in(InputStream bytes) throws IOException {
        Set<String> found = new TreeSet<>();
        String tail = "";
        for (byte[] block = bytes.readNBytes(BLOCK); block.length > 0; block = bytes.readNBytes(BLOCK)) {
            String text = tail + new String(block, ISO_8859_1);
            found.addAll(found(text));
            tail = text.substring(Math.max(0, text.length() - OVERLAP));
        }
        return found;
    }

    private Set<String> found(String latin) {
        List<String> found = new ArrayList<>();
        trie.parseText(latin, (begin, end, mark) -> {
            found.add(mark);
        });
        return new TreeSet<>(found);
    }

    private static String escaped(String mark) {
        StringBuilder escaped = new StringBuilder();
        for (char c : mark.toCharArray()) {
            escaped.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return escaped.toString();
    }
}
