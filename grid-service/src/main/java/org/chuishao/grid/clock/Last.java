package org.chuishao.grid.clock;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.grid.page.Cursor;
import org.jspecify.annotations.Nullable;

/** Where a page of clocks ended. */
record Last(OffsetDateTime dueAt, UUID id) {

    private static final String SEPARATOR = "/";

    static @Nullable Last in(@Nullable String cursor) {
        String key = Cursor.key(cursor);
        if (key.isEmpty()) {
            return null;
        }
        int at = key.indexOf(SEPARATOR);
        try {
            return new Last(
                    OffsetDateTime.parse(key.substring(0, Math.max(0, at))), UUID.fromString(key.substring(at + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.wrong();
        }
    }

    @Override
    public String toString() {
        return dueAt + SEPARATOR + id;
    }
}
