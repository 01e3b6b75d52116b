package org.chuishao.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a benchmark found out, in the order in which it did: told as it does, and all at the end, one figure a line. */
public final class Figures {

    private final PrintStream out;
    private final Map<String, String> figures = new LinkedHashMap<>();

    public Figures(PrintStream out) {
        this.out = out;
    }

    /** Tells how the benchmark goes on. */
    public void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    public void add(String name, double value, String unit) {
        int decimals = Math.abs(value) >= 100 || value == Math.rint(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        put(
                name,
                String.format(Locale.ROOT, "%." + decimals + "f %s", value, unit)
                        .strip());
    }

    /** A share, to a tenth of a percent. */
    public void addShare(String name, double share) {
        put(name, String.format(Locale.ROOT, "%.3f", share));
    }

    /** What is cut off has said what it had found by then. */
    private void put(String name, String figure) {
        figures.put(name, figure);
        say("  %s: %s", name, figure);
    }

    public void print() {
        out.println();
        figures.forEach((name, value) -> out.println(name + ": " + value));
    }
}
