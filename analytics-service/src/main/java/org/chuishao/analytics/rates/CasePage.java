package org.chuishao.analytics.rates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.chuishao.analytics.page.Place;
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

    static final Place FIRST = new Place(Instant.EPOCH, "");

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
