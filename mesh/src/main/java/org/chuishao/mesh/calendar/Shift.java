package org.chuishao.mesh.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;

/** One stretch of a working day; its end no longer belongs to it. */
public record Shift(LocalTime from, LocalTime to) {

    /** @throws IllegalArgumentException if it does not begin before it ends */
    public Shift {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("working hours " + from + "-" + to + " do not begin before they end");
        }
    }

    /** From {@code 08:30-12:00}. */
    public static Shift parse(String text) {
        int dash = text.indexOf('-');
        try {
            return new Shift(
                    LocalTime.parse(text.substring(0, Math.max(dash, 0))), LocalTime.parse(text.substring(dash + 1)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not working hours: " + text + " (such as 08:30-12:00)", e);
        }
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
