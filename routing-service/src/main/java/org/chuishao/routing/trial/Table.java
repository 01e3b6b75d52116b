package org.chuishao.routing.trial;

import java.util.ArrayList;
import java.util.List;

/** A file of rows with named columns: parted by tabs without quotes, or by commas with quotes where they are needed. */
public record Table(List<String> names, List<List<String>> rows) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @throws IllegalArgumentException saying which row is wrong */
    public static Table of(String file) {
        String text = file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
        boolean tabs = text.lines().findFirst().orElse("").contains("\t");
        List<List<String>> rows = tabs
                ? text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> List.of(line.split("\t", -1)))
                        .toList()
                : Csv.rows(text);
        if (rows.size() < 2) {
            throw new IllegalArgumentException("there are no rows below the names of the columns");
        }
        int columns = rows.get(0).size();
        for (int line = 1; line < rows.size(); line++) {
            if (rows.get(line).size() != columns) {
                throw new IllegalArgumentException("row %d has %d columns, the first has %d"
                        .formatted(line + 1, rows.get(line).size(), columns));
            }
        }
        return new Table(rows.get(0), rows.subList(1, rows.size()));
    }

    /**
     * Where the column of this name stands.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    public int column(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "there is no column " + name + "; there is: " + String.join(", ", names));
        }
        return at;
    }

    /** Commas, quotes doubled within quotes, line ends within quotes. */
    private static final class Csv {
        private final List<List<String>> rows = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private StringBuilder field = new StringBuilder();

        static List<List<String>> rows(String text) {
            Csv csv = new Csv();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    csv.field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (quoted) {
                    csv.field.append(c);
                } else if (c == ',') {
                    csv.endField();
                } else if (c == '\n') {
                    csv.endRow();
                } else if (c != '\r') {
                    csv.field.append(c);
                }
            }
            if (csv.field.length() > 0 || !csv.row.isEmpty()) {
                csv.endRow();
            }
            return csv.rows;
        }

        private void endField() {
            row.add(field.toString());
            field = new StringBuilder();
        }

        private void endRow() {
            endField();
            if (row.size() > 1 || !row.get(0).isBlank()) {
                rows.add(row);
            }
            row = new ArrayList<>();
        }
    }
}
