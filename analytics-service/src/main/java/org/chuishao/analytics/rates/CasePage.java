package org.chuishao.analytics.rates;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.chuishao.analytics.rates.Rates.Case;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The cases behind a figure, a page of them.
 *
 * @param next the cursor of the next page, null on the last
 */
record CasePage(
        List<Case> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    static final int DEFAULT_LIMIT = 50;
    static final int HIGHEST_LIMIT = 500;

    private static final char PARTED = ' ';

    /** Where a page begins: behind a case of an instant. */
    record Place(Instant at, String item) {

        static final Place FIRST = new Place(Instant.EPOCH, "");

        /** @throws Problem 400 where the cursor is none that this list gave out */
        static Place of(@Nullable String cursor) {
            if (cursor == null || cursor.isEmpty()) {
                return FIRST;
            }
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
                int parted = text.indexOf(PARTED);
                return new Place(Instant.parse(text.substring(0, Math.max(0, parted))), text.substring(parted + 1));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw Problem.invalid("cursor", "is not one that this list gave out");
            }
        }

        private String cursor() {
            byte[] text = (at + String.valueOf(PARTED) + item).getBytes(UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        }
    }

    /** Of cases that were asked for with one more than the limit, to see whether there is a next page. */
    static CasePage of(List<Case> cases, int limit) {
        if (cases.size() <= limit) {
            return new CasePage(cases, null);
        }
        Case last = cases.get(limit - 1);
        return new CasePage(
                List.copyOf(cases.subList(0, limit)), new Place(last.at().toInstant(), last.item()).cursor());
    }

    static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > HIGHEST_LIMIT) {
            throw Problem.invalid("limit", "must be from 1 to " + HIGHEST_LIMIT);
        }
        return asked;
    }
}
