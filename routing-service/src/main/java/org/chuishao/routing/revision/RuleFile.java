package org.chuishao.routing.revision;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.routing.category.Tsv;
import org.chuishao.routing.category.Tsv.Row;
import org.jspecify.annotations.Nullable;

/**
 * A table of rules as a file: UTF-8, a header that names the columns, fields parted by tabs or by commas (RFC 4180 within one
 * line), a line that begins with {@code #} is a remark, an empty field or {@code -} is nothing.
 */
final class RuleFile {

    private static final int LARGEST = 1 << 20;

    private RuleFile() {}

    /** How fields are parted. */
    enum Form {
        TSV,
        CSV;

        /** By a media type; commas where nothing else is said. */
        static Form of(@Nullable String type) {
            return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/tab-separated-values") ? TSV : CSV;
        }

        List<String> fields(String line) {
            return this == TSV ? List.of(line.split("\t", -1)) : quoted(line);
        }

        String line(List<String> fields) {
            return this == TSV
                    ? String.join("\t", fields)
                    : String.join(",", fields.stream().map(Form::quote).toList());
        }

        private static String quote(String field) {
            return field.contains(",") || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
        }

        private static List<String> quoted(String line) {
            List<String> fields = new ArrayList<>();
            StringBuilder field = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    fields.add(field.toString());
                    field.setLength(0);
                } else {
                    field.append(c);
                }
            }
            fields.add(field.toString());
            return fields;
        }
    }

    /** A row and where it stands. */
    record Numbered(int line, Row row) {}

    /** @throws Problem 413 past 1 MB, 400 where it is not UTF-8, has another header, or a line has other columns */
    static List<Numbered> read(byte[] file, Form form, List<String> columns) {
        Faults faults = new Faults();
        List<String> lines = text(file).lines().toList();
        List<Numbered> rows = new ArrayList<>();
        boolean header = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> fields = form.fields(line).stream().map(String::strip).toList();
            if (!header) {
                requireHeader(fields, columns, i + 1);
                header = true;
            } else if (fields.size() != columns.size()) {
                faults.add(i + 1, "must have " + columns.size() + " fields");
            } else {
                rows.add(new Numbered(i + 1, new Row(Tsv.fields(fields.toArray()))));
            }
        }
        if (!header) {
            requireHeader(List.of(), columns, 1);
        }
        faults.refuse();
        return rows;
    }

    private static void requireHeader(List<String> fields, List<String> columns, int line) {
        if (!fields.equals(columns)) {
            throw Problem.invalid(Faults.line(line), "must be a header: " + String.join(",", columns));
        }
    }

    static String write(Form form, List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(form.line(columns)).append('\n');
        rows.forEach(row -> text.append(form.line(row)).append('\n'));
        return text.toString();
    }

    private static String text(byte[] file) {
        if (file.length > LARGEST) {
            throw Problem.tooLarge("lines", "must be at most 1 MB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.invalid("lines", "must be UTF-8");
        }
    }
}
