package org.chuishao.analytics.matter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The names of matters and their fields, as routing ships them. A province's own codes go by themselves. */
@ApplicationScoped
public class Matters {

    private static final String NOTHING = "-";

    private final Map<String, Matter> byCode = new LinkedHashMap<>();

    Matters() {
        try (InputStream table = Objects.requireNonNull(Matters.class.getResourceAsStream("/matter/matters.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] parts = line.split("\t", -1);
        byCode.put(parts[0], new Matter(parts[0], some(parts[1]), some(parts[2]), new Name(parts[3], parts[4])));
    }

    private static @Nullable String some(String text) {
        return text.equals(NOTHING) ? null : text;
    }

    /** Of a field or a matter; of what lies below a matter the matter's. */
    public Name name(String category) {
        Matter matter = byCode.get(Categories.matter(category));
        return matter == null ? Name.of(category) : matter.name();
    }

    /** In the order of the table: each field before its matters. */
    List<Matter> all() {
        return List.copyOf(byCode.values());
    }

    /** All matters, for statements that group by field or line. */
    public List<String> codes() {
        return List.copyOf(byCode.keySet());
    }

    public String field(String code) {
        Matter matter = byCode.get(Categories.matter(code));
        String field = matter == null ? null : matter.field();
        return field == null ? Categories.matter(code) : field;
    }

    /** The industry line that has it; null where it is the territory's. */
    public @Nullable String line(String code) {
        Matter matter = byCode.get(Categories.matter(code));
        return matter == null ? null : matter.line();
    }
}
