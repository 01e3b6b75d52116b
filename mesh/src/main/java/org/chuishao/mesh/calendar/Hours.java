package org.chuishao.mesh.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;

/** A part of each day, such as 22:00-06:00: it may pass midnight. Its end no longer belongs to it. */
public record Hours(LocalTime from, LocalTime to) {

    /** @throws IllegalArgumentException if it ends as it begins */
    public Hours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("hours from " + from + " to " + to + " are none or all");
        }
    }

    /**
     * From {@code 22:00-06:00}.
     *
     * @throws IllegalArgumentException if these are no two times
     */
    public static Hours parse(String text) {
        int dash = text.indexOf('-');
        try {
            return new Hours(
                    LocalTime.parse(text.substring(0, Math.max(dash, 0))), LocalTime.parse(text.substring(dash + 1)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not hours: " + text + " (such as 22:00-06:00)", e);
        }
    }

    public boolean hold(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(to);
        return from.isBefore(to) ? begun && notOver : begun || notOver;
    }

    boolean meet(Hours other) {
        return hold(other.from) || other.hold(from);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
