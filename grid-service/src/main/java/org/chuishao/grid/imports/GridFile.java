package org.chuishao.grid.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;

/** Reads a file of grids: UTF-8, CSV with the header {@code code,name,kind,households}. All that is wrong is told at once. */
final class GridFile {

    private static final List<String> HEADER = List.of("code", "name", "kind", "households");
    private static final Pattern CODE = Pattern.compile("[0-9]{15}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ERRORS = 100;

    private final List<GridRow> rows = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private GridFile() {}

    /** @throws Problem 400 with the line and column of each error, the first hundred */
    static List<GridRow> read(byte[] csv) {
        GridFile file = new GridFile();
        List<String> lines = text(csv).lines().toList();
        if (lines.isEmpty() || !CsvLine.fields(lines.get(0)).equals(HEADER)) {
            throw Problem.invalid("lines[1]", "must be the header " + String.join(",", HEADER));
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                file.line(i + 1, CsvLine.fields(lines.get(i)));
            }
        }
        if (file.rows.isEmpty() && file.errors.isEmpty()) {
            throw Problem.invalid("lines", "has no grid");
        }
        refuse(file.errors);
        return file.rows;
    }

    static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
    }

    private void line(int line, List<String> fields) {
        if (fields.size() != HEADER.size()) {
            errors.add(new FieldError("lines[" + line + "]", "must have " + HEADER.size() + " fields"));
            return;
        }
        String code = fields.get(0);
        int before = errors.size();
        check(CODE.matcher(code).matches(), line, "code", "must have 15 digits");
        Integer first = seen.putIfAbsent(code, line);
        check(first == null, line, "code", "stands already on line " + first);
        String name = fields.get(1);
        check(
                !name.isEmpty() && name.length() <= LONGEST_NAME,
                line,
                "name",
                "must have 1 to " + LONGEST_NAME + " characters");
        Optional<GridKind> kind = Arrays.stream(GridKind.values())
                .filter(k -> k.name().equals(fields.get(2)))
                .findFirst();
        check(kind.isPresent(), line, "kind", "must be one of " + Arrays.toString(GridKind.values()));
        check(NUMBER.matcher(fields.get(3)).matches(), line, "households", "must be a number from 0 to 99999");
        if (before == errors.size() && kind.isPresent()) {
            check(
                    code.charAt(12) == kind.get().digit(),
                    line,
                    "code",
                    "must have the kind's digit " + kind.get().digit() + " in place 13");
            rows.add(new GridRow(line, code, name, kind.get(), Integer.parseInt(fields.get(3))));
        }
    }

    private void check(boolean right, int line, String column, String message) {
        if (!right) {
            errors.add(GridRow.wrong(line, column, message));
        }
    }

    private static String text(byte[] csv) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.invalid("lines", "must be UTF-8");
        }
    }
}
