package org.chuishao.intake.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has read: the transaction that kept an event, and the event's place in it. What is listed in this order
 * below the oldest transaction that is still open has no gaps.
 */
public record Position(String transaction, long event) {

    private static final Position START = new Position("0", 0);
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,19})-([0-9]{1,18})");

    /** @throws Problem 400 if it is no cursor */
    public static Position parse(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return START;
        }
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw Problem.invalid("after", "must be the next of an answer, or absent to begin at the beginning");
        }
        return new Position(parts.group(1), Long.parseLong(parts.group(2)));
    }

    public String cursor() {
        return transaction + '-' + event;
    }
}
