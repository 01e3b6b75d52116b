package org.chuishao.grid.imports;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.chuishao.grid.outline.Outline;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.jspecify.annotations.Nullable;

/** Takes the fields of one region after the other, as texts, and keeps all that is wrong with them. */
final class RegionRows {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern PRINTABLE = Pattern.compile("\\P{Cntrl}+");
    private static final int GRID = 6;
    private static final int KIND_PLACE = 12;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ERRORS = 100;

    private final boolean gridsOnly;
    private final List<RegionRow> rows = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Where> seen = new HashMap<>();

    RegionRows(boolean gridsOnly) {
        this.gridsOnly = gridsOnly;
    }

    /** The fields of a region; what the file does not have is empty. */
    record Fields(String code, String name, String kind, String parent, String households, String validFrom) {}

    void wrong(FieldError error) {
        errors.add(error);
    }

    /** @param outline fails with words if it is none */
    void add(Where where, Fields fields, Supplier<@Nullable Outline> outline) {
        int before = errors.size();
        String code = fields.code();
        int level = DIGITS.matcher(code).matches() ? RegionCode.level(code).orElse(0) : 0;
        boolean grid = gridsOnly || level == GRID;
        check(
                gridsOnly ? level == GRID : level > 0,
                where,
                "code",
                gridsOnly ? "must have 15 digits" : "must have 2, 4, 6, 9, 12 or 15 digits");
        Where first = seen.putIfAbsent(code, where);
        check(first == null, where, "code", "stands already in " + (first == null ? "" : first.whole()));
        check(
                fields.name().length() <= LONGEST_NAME
                        && PRINTABLE.matcher(fields.name()).matches(),
                where,
                "name",
                "must have 1 to " + LONGEST_NAME + " characters, on one line");
        GridKind kind = kind(where, fields.kind(), grid);
        boolean counted = NUMBER.matcher(fields.households()).matches();
        check(
                counted || (!grid && fields.households().isEmpty()),
                where,
                "households",
                "must be a number from 0 to 99999");
        OffsetDateTime validFrom = validFrom(where, fields.validFrom());
        Outline drawn = outline(where, outline);
        if (before == errors.size()) {
            placed(where, fields, kind);
            Integer households = counted ? Integer.valueOf(fields.households()) : null;
            rows.add(new RegionRow(where, code, level, fields.name(), kind, households, validFrom, drawn));
        }
    }

    /** @throws Problem 400 with each error, the first hundred */
    List<RegionRow> all(String list) {
        if (rows.isEmpty() && errors.isEmpty()) {
            throw Problem.invalid(list, gridsOnly ? "has no grid" : "has no region");
        }
        refuse(errors);
        return rows;
    }

    static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
    }

    private void placed(Where where, Fields fields, @Nullable GridKind kind) {
        String code = fields.code();
        if (kind != null) {
            check(
                    code.charAt(KIND_PLACE) == kind.digit(),
                    where,
                    "code",
                    "must have the kind's digit " + kind.digit() + " in place 13");
        }
        int level = RegionCode.level(code).orElseThrow();
        String parent = level == 1 ? "" : RegionCode.at(code, level - 1);
        check(
                fields.parent().isEmpty() || fields.parent().equals(parent),
                where,
                "parent",
                "must be the beginning of the code, one level up");
    }

    private @Nullable GridKind kind(Where where, String given, boolean grid) {
        Optional<GridKind> kind = Arrays.stream(GridKind.values())
                .filter(known -> known.name().equals(given))
                .findFirst();
        if (grid) {
            check(kind.isPresent(), where, "kind", "must be one of " + Arrays.toString(GridKind.values()));
        } else {
            check(given.isEmpty(), where, "kind", "belongs to a grid");
        }
        return kind.orElse(null);
    }

    private @Nullable OffsetDateTime validFrom(Where where, String given) {
        try {
            return given.isEmpty() ? null : OffsetDateTime.parse(given);
        } catch (DateTimeParseException e) {
            errors.add(where.wrong("validFrom", "must be an instant with its offset from UTC"));
            return null;
        }
    }

    private @Nullable Outline outline(Where where, Supplier<@Nullable Outline> outline) {
        try {
            return outline.get();
        } catch (IllegalArgumentException e) {
            errors.add(where.wrongOutline(String.valueOf(e.getMessage())));
            return null;
        }
    }

    private void check(boolean right, Where where, String field, String message) {
        if (!right) {
            errors.add(where.wrong(field, message));
        }
    }
}
