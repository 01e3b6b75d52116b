package org.chuishao.bench.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.bench.Figures;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.learn.Meanings;
import org.jspecify.annotations.Nullable;

/** What messages mean, computed once; a file may keep it from one run to the next. */
final class Vectors {

    /** What the file begins with; meanings that are read in another way get another one. */
    private static final int FORM = 0x6d656132;

    private static final int TELL_EVERY = 250;

    private final Map<String, float[]> known = new HashMap<>();
    private final Meanings meanings;
    private final Figures figures;

    Vectors(Meanings meanings, Figures figures) {
        this.meanings = meanings;
        this.figures = figures;
    }

    List<float[]> of(List<Example> examples) {
        int computed = 0;
        for (Example example : examples) {
            String text = text(example);
            if (!known.containsKey(text)) {
                known.put(text, meanings.of(example.title(), example.body()));
                computed++;
                if (computed % TELL_EVERY == 0) {
                    figures.say("  read %d messages", computed);
                }
            }
        }
        return examples.stream()
                .map(example -> known.getOrDefault(text(example), new float[0]))
                .toList();
    }

    private static String text(Example example) {
        return example.title() + '\n' + example.body();
    }

    void load(@Nullable Path file) throws IOException {
        if (file != null && Files.exists(file)) {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                if (in.readInt() != FORM) {
                    figures.say("What is kept in %s was read in another way, and is read anew", file);
                    return;
                }
                int count = in.readInt();
                for (int i = 0; i < count; i++) {
                    byte[] text = in.readNBytes(in.readInt());
                    float[] vector = new float[in.readInt()];
                    for (int j = 0; j < vector.length; j++) {
                        vector[j] = in.readFloat();
                    }
                    known.put(new String(text, UTF_8), vector);
                }
            }
        }
    }

    void save(@Nullable Path file) throws IOException {
        if (file != null) {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                out.writeInt(FORM);
                out.writeInt(known.size());
                for (Map.Entry<String, float[]> entry : known.entrySet()) {
                    byte[] text = entry.getKey().getBytes(UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                    out.writeInt(entry.getValue().length);
                    for (float value : entry.getValue()) {
                        out.writeFloat(value);
                    }
                }
            }
        }
    }
}
