package org.chuishao.routing.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Where a page ended: how long its last item waits. */
public record Mark(Instant since, UUID id) {

    private static final Mark START = new Mark(Instant.EPOCH, new UUID(0, 0));

    /** @throws Problem 400 where the list never gave out such a cursor */
    public static Mark of(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2);
            return new Mark(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeParseException e) {
            throw Problem.invalid("cursor", "is not one that this list gave out");
        }
    }

    String cursor() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((since + " " + id).getBytes(UTF_8));
    }
}
