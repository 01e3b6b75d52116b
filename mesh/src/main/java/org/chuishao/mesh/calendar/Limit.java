package org.chuishao.mesh.calendar;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something may take, as people write it: {@code 10min 24h 2wh 15d 5wd 9months}. */
public record Limit(Unit unit, int amount) {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,5})([a-z]+)");

    /** Units of natural time (自然时) run around the clock, those of working time only while offices work. */
    public enum Unit {
        MINUTES("min", "分钟", false),
        HOURS("h", "小时", false),
        NATURAL_DAYS("d", "个自然日", false),
        WORKING_HOURS("wh", "个工作小时", true),
        WORKING_DAYS("wd", "个工作日", true),
        MONTHS("months", "个月", false);

        private final String code;
        private final String label;
        private final boolean working;

        Unit(String code, String label, boolean working) {
            this.code = code;
            this.label = label;
            this.working = working;
        }

        public String code() {
            return code;
        }

        /** Runs only inside working time. */
        public boolean working() {
            return working;
        }

        static Unit ofCode(String code) {
            return Arrays.stream(values())
                    .filter(unit -> unit.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown unit " + code));
        }
    }

    /** @throws IllegalArgumentException if the amount is not positive */
    public Limit {
        if (amount < 1) {
            throw new IllegalArgumentException("a limit of " + amount + " is none");
        }
    }

    /** @throws IllegalArgumentException if it is not a positive whole number and one of min, h, d, wh, wd, months */
    public static Limit parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a limit: " + text + " (such as 10min 24h 2wh 15d 5wd 9months)");
        }
        return new Limit(Unit.ofCode(parts.group(2)), Integer.parseInt(parts.group(1)));
    }

    /** For people: 5个工作日. */
    public String label() {
        return amount + unit.label;
    }

    /** The short form that {@link #parse} reads. */
    @Override
    public String toString() {
        return amount + unit.code;
    }
}
