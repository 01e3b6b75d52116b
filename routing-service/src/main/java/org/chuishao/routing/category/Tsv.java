package org.chuishao.routing.category;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table in a resource: columns parted by tabs, a line beginning with {@code #} is a remark, {@code -} is nothing. */
public final class Tsv {

    private static final String NOTHING = "-";

    private Tsv() {}

    /** One line. */
    public record Row(List<String> fields) {

        public String text(int column) {
            String text = fields.get(column);
            if (text.isBlank() || text.equals(NOTHING)) {
                throw new IllegalArgumentException("column " + (column + 1) + " is empty");
            }
            return text;
        }

        public @Nullable String optional(int column) {
            return fields.get(column).equals(NOTHING) ? null : text(column);
        }

        /** Reads what the column says by a function that refuses what it does not know. */
        public <T> @Nullable T optional(int column, Function<String, T> read) {
            return optional(column) == null ? null : value(column, read);
        }

        /** The same of a column that must say something. */
        public <T> T value(int column, Function<String, T> read) {
            return read(column, text(column), read);
        }

        private static <T> T read(int column, String text, Function<String, T> read) {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new IllegalArgumentException("column " + (column + 1) + " says nothing that is known", e);
            }
        }

        public List<String> words(int column) {
            String text = optional(column);
            return text == null ? List.of() : List.of(text.split(" +", -1));
        }

        /** Several values of one sort. */
        public <T> List<T> values(int column, Function<String, T> read) {
            return words(column).stream().map(word -> read(column, word, read)).toList();
        }

        public boolean yes(int column) {
            return switch (text(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new IllegalArgumentException("column " + (column + 1) + " is neither yes nor no");
            };
        }
    }

    /** Values as they stand in a table. */
    public static List<String> fields(@Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> value == null || value.toString().isBlank() ? NOTHING : value.toString())
                .toList();
    }

    /**
     * Hands each row on.
     *
     * @throws IllegalStateException naming file and line, if a row has other columns or is not accepted
     */
    public static void read(String resource, int columns, Consumer<Row> each) {
        List<String> lines = lines(resource);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> fields = List.of(line.split("\t", -1));
            try {
                if (fields.size() != columns) {
                    throw new IllegalArgumentException(fields.size() + " columns instead of " + columns);
                }
                each.accept(new Row(fields));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(resource + " line " + number + ": " + e.getMessage(), e);
            }
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Tsv.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource " + resource);
            }
            return new ArrayList<>(new String(in.readAllBytes(), UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
