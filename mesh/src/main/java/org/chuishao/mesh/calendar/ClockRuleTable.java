package org.chuishao.mesh.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Clock rules as a table: columns parted by tabs, a line beginning with {@code #} is a remark, {@code -} is nothing. A row
 * may name several levels, or {@code *} for all: it stands for one rule of each, whose id ends with the level.
 */
final class ClockRuleTable {

    private static final int COLUMNS = 14;
    private static final String NOTHING = "-";
    private static final String ALL = "*";

    private final String name;

    ClockRuleTable(String name) {
        this.name = name;
    }

    /** @throws IllegalStateException naming the line, if it has other columns or is not accepted */
    List<ClockRule> read(String table) {
        List<ClockRule> rules = new ArrayList<>();
        List<String> lines = table.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                for (ClockRule rule : row(List.of(line.split("\t", -1)))) {
                    ClockRules.requireAlone(rule, rules);
                    rules.add(rule);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(name + " line " + number + ": " + e.getMessage(), e);
            }
        }
        return rules;
    }

    private static List<ClockRule> row(List<String> fields) {
        if (fields.size() != COLUMNS) {
            throw new IllegalArgumentException(fields.size() + " columns instead of " + COLUMNS);
        }
        List<Severity> severities = severities(required(fields, 2));
        return severities.stream()
                .map(severity -> rule(fields, severity, severities.size() > 1))
                .toList();
    }

    private static ClockRule rule(List<String> fields, Severity severity, boolean oneOfSeveral) {
        String id = required(fields, 0);
        String hours = optional(fields, 6);
        String validTo = optional(fields, 12);
        return new ClockRule(
                oneOfSeveral ? id + "-" + severity.name().toLowerCase(Locale.ROOT) : id,
                known("act", required(fields, 1), Act::valueOf),
                severity,
                optional(fields, 3),
                optional(fields, 4),
                optional(fields, 5),
                hours == null ? null : Hours.parse(hours),
                Limit.parse(required(fields, 7)),
                known("start rule", required(fields, 8), StartRule::valueOf),
                yes(required(fields, 9)),
                required(fields, 10),
                day(required(fields, 11)),
                validTo == null ? null : day(validTo),
                false,
                required(fields, 13));
    }

    private static List<Severity> severities(String text) {
        if (text.equals(ALL)) {
            return List.of(Severity.values());
        }
        return List.of(text.split(" ", -1)).stream()
                .map(word -> known("level", word, Severity::valueOf))
                .toList();
    }

    private static <T> T known(String what, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unknown " + what + " " + text, e);
        }
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("neither yes nor no: " + text);
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day: " + text, e);
        }
    }

    private static String required(List<String> fields, int column) {
        String text = optional(fields, column);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("column " + (column + 1) + " is empty");
        }
        return text;
    }

    private static @Nullable String optional(List<String> fields, int column) {
        return fields.get(column).equals(NOTHING) ? null : fields.get(column);
    }
}
