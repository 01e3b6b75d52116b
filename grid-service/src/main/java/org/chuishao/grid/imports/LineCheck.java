package org.chuishao.grid.imports;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.chuishao.grid.imports.CsvTable.Line;
import org.chuishao.mesh.problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a line one after the other and keeps all that is wrong with them; wrong text is not repeated. */
final class LineCheck {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern REGION = Pattern.compile("[0-9]{2,15}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-Z][A-Z_]{0,39}");
    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,100}");

    private final Line line;
    private final List<FieldError> errors;
    private final Instant now;
    private final int before;

    LineCheck(Line line, List<FieldError> errors, Instant now) {
        this.line = line;
        this.errors = errors;
        this.now = now;
        this.before = errors.size();
    }

    boolean right() {
        return errors.size() == before;
    }

    String id(String column) {
        return matching(column, ID, "must have 1 to 60 letters, digits, dots or dashes");
    }

    String name() {
        return matching("name", NAME, "must have 1 to 100 characters, on one line");
    }

    String region(String column) {
        return matching(column, REGION, "must be the code of a region");
    }

    @Nullable
    String industry() {
        return line.get("line").isEmpty() ? null : matching("line", INDUSTRY, "must be the name of an industry line");
    }

    @Nullable
    String idOrNull(String column) {
        return line.get(column).isEmpty() ? null : id(column);
    }

    <E extends Enum<E>> @Nullable E one(String column, E[] values) {
        String given = line.get(column);
        for (E value : values) {
            if (value.name().equals(given)) {
                return value;
            }
        }
        wrong(column, "must be one of " + Arrays.toString(values));
        return null;
    }

    boolean flag(String column) {
        String given = line.get(column);
        check(
                given.isEmpty() || given.equals("true") || given.equals("false"),
                column,
                "must be true or false, or left out");
        return given.equals("true");
    }

    /** What is in force changes with the import, so that nothing is told of a day to come. */
    @Nullable
    OffsetDateTime time(String column) {
        String given = line.get(column);
        if (given.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(given);
            check(!time.toInstant().isAfter(now), column, "lies in the future");
            return time;
        } catch (DateTimeParseException e) {
            wrong(column, "must be an instant with its offset from UTC");
            return null;
        }
    }

    void check(boolean right, String column, String message) {
        if (!right) {
            wrong(column, message);
        }
    }

    private void wrong(String column, String message) {
        errors.add(line.where().wrong(column, message));
    }

    private String matching(String column, Pattern pattern, String message) {
        String given = line.get(column);
        check(pattern.matcher(given).matches(), column, message);
        return given;
    }
}
