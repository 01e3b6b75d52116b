package org.chuishao.grid.sync;

import java.util.UUID;
import org.chuishao.grid.page.Cursor;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How far a phone knows what there is to do.
 *
 * @param mark what changed before it is known; 0 at first
 * @param after of a list that goes on: the last that was handed out
 * @param next the mark when the list goes to its end: taken as it began, so that nothing changes unseen meanwhile
 */
record Since(long mark, @Nullable UUID after, long next) {

    static Since of(@Nullable String cursor) {
        String key = Cursor.key(cursor);
        if (key.isEmpty()) {
            return new Since(0, null, 0);
        }
        String[] parts = key.split(" ", -1);
        try {
            return new Since(
                    Long.parseLong(parts[0]),
                    parts[1].isEmpty() ? null : UUID.fromString(parts[1]),
                    Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid("since", "is not a cursor that was given out here");
        }
    }

    /** @param now the mark as this page was read */
    Since onward(long now, @Nullable UUID last) {
        long end = after == null ? now : next;
        return last == null ? new Since(end, null, 0) : new Since(mark, last, end);
    }

    String cursor() {
        return Cursor.after(mark + " " + (after == null ? "" : after) + " " + next);
    }
}
