package org.chuishao.analytics.warning.life;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A page of warnings, the newest first.
 *
 * @param next the cursor of the next page, null on the last
 */
record WarningPage(
        List<WarningView> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    private static final char PARTED = ' ';

    /** Where a page begins: behind a warning. */
    record Place(Instant at, UUID id) {

        static final Place FIRST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        /** @throws Problem 400 where the cursor is none that this list gave out */
        static Place of(@Nullable String cursor) {
            if (cursor == null || cursor.isEmpty()) {
                return FIRST;
            }
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(String.valueOf(PARTED), 2);
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw Problem.invalid("after", "is not one that this list gave out");
            }
        }

        private String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + String.valueOf(PARTED) + id).getBytes(UTF_8));
        }
    }

    /** Of warnings that were asked for with one more than the limit, to see whether there is a next page. */
    static WarningPage of(List<WarningView> warnings, int limit) {
        if (warnings.size() <= limit) {
            return new WarningPage(warnings, null);
        }
        WarningView last = warnings.get(limit - 1);
        return new WarningPage(
                List.copyOf(warnings.subList(0, limit)),
                new Place(last.raisedAt().toInstant(), last.id()).cursor());
    }
}
