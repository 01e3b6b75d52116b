package org.chuishao.grid.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;

/** The lines of a UTF-8 CSV whose header names the columns that there are. */
final class CsvTable {

    private static final int MOST_LINES = 20_000;

    private CsvTable() {}

    /** A line's fields; one whose column the file does not have is empty. */
    record Line(Where where, Map<String, String> values) {

        String get(String column) {
            return values.getOrDefault(column, "");
        }
    }

    /**
     * @param columns that there may be
     * @param needed that there must be
     * @throws Problem 400 where the header or the number of fields is wrong
     */
    static List<Line> read(byte[] csv, List<String> columns, List<String> needed) {
        List<String> text = CsvFile.text(csv).lines().toList();
        List<String> header = text.isEmpty() ? List.of() : CsvLine.fields(text.get(0));
        boolean known = header.containsAll(needed)
                && columns.containsAll(header)
                && header.stream().distinct().count() == header.size();
        if (!known) {
            throw Problem.invalid(
                    "lines[1]",
                    "must be a header with " + String.join(",", needed) + " and others of "
                            + String.join(",", columns));
        }
        List<Line> lines = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 1; i < text.size(); i++) {
            if (!text.get(i).isBlank()) {
                line(header, Where.line(i + 1), CsvLine.fields(text.get(i)), lines, errors);
            }
        }
        RegionRows.refuse(errors);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw Problem.invalid("lines", "must be 1 to " + MOST_LINES + " below the header");
        }
        return lines;
    }

    private static void line(
            List<String> header, Where where, List<String> fields, List<Line> lines, List<FieldError> errors) {
        if (fields.size() != header.size()) {
            errors.add(new FieldError(where.whole(), "must have " + header.size() + " fields"));
            return;
        }
        Map<String, String> values = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            values.put(header.get(column), fields.get(column));
        }
        lines.add(new Line(where, values));
    }
}
