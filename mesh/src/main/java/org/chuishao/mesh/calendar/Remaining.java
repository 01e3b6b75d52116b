package org.chuishao.mesh.calendar;

import java.time.Duration;
import java.util.List;

/**
 * What a stopped clock had left.
 *
 * @param left natural time, or for a working unit working time (a working day is as long as the day's working hours);
 *     zero for a clock that was overdue
 * @param opening it was due as working time begins (08:30, 13:00), not as the stretch before it ends, which is the same
 *     amount of working time
 */
public record Remaining(Limit.Unit unit, Duration left, boolean opening) {

    private static final String OPENING = "opening";

    /** @throws IllegalArgumentException if it is not what {@link #toString} writes */
    public static Remaining parse(String text) {
        List<String> words = List.of(text.split(" ", -1));
        boolean opening = words.size() == 3 && words.get(2).equals(OPENING);
        if (words.size() != 2 && !opening) {
            throw new IllegalArgumentException("not what a clock had left: " + text);
        }
        return new Remaining(Limit.Unit.ofCode(words.get(1)), Duration.parse(words.get(0)), opening);
    }

    /** To be kept beside a stopped clock: {@code PT12H30M wd opening}. */
    @Override
    public String toString() {
        return left + " " + unit.code() + (opening ? " " + OPENING : "");
    }
}
