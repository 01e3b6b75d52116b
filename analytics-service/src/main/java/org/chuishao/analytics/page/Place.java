package org.chuishao.analytics.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Where a page begins: behind an item of an instant. */
public record Place(Instant at, String item) {

    private static final char PARTED = ' ';

    /** The database knows no later ones. */
    private static final int LAST_YEAR = 9999;

    /**
     * @param field that the cursor came by
     * @param first where a list begins
     * @throws Problem 400 where the cursor is none that a list gave out
     */
    public static Place of(String field, @Nullable String cursor, Place first) {
        if (cursor == null || cursor.isEmpty()) {
            return first;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int parted = text.indexOf(PARTED);
            OffsetDateTime at = OffsetDateTime.parse(text.substring(0, Math.max(0, parted)));
            if (at.getYear() > LAST_YEAR || at.getYear() < 0) {
                throw notGivenOut(field);
            }
            return new Place(at.toInstant(), text.substring(parted + 1));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw notGivenOut(field);
        }
    }

    /** @throws Problem 400 where the item is not named by an id */
    public UUID id(String field) {
        try {
            return UUID.fromString(item);
        } catch (IllegalArgumentException e) {
            throw notGivenOut(field);
        }
    }

    public String cursor() {
        byte[] text = (at + String.valueOf(PARTED) + item).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static Problem notGivenOut(String field) {
        return Problem.invalid(field, "is not one that this list gave out");
    }
}
