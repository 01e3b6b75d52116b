package org.chuishao.grid.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The last key of a page, in a form that asks not to be taken apart. */
public final class Cursor {

    public static final int DEFAULT_LIMIT = 50;
    public static final int HIGHEST_LIMIT = 500;

    private Cursor() {}

    public static String after(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    /** The key to go on after; the empty string, which is before all keys, where there is no cursor. */
    public static String key(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    /** The key of a list that goes by ids; null where there is no cursor. */
    public static @Nullable UUID id(@Nullable String cursor) {
        String key = key(cursor);
        try {
            return key.isEmpty() ? null : UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    /** What a cursor is told whose key says nothing to its list. */
    public static Problem wrong() {
        return Problem.invalid("cursor", "is not one that this list gave out");
    }

    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > HIGHEST_LIMIT) {
            throw Problem.invalid("limit", "must be from 1 to " + HIGHEST_LIMIT);
        }
        return asked;
    }
}
