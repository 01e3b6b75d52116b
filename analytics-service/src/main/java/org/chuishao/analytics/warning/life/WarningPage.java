package org.chuishao.analytics.warning.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.page.Place;
import org.jspecify.annotations.Nullable;

/**
 * A page of warnings, the newest first.
 *
 * @param next the cursor of the next page, null on the last
 */
record WarningPage(
        List<WarningView> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    static final Place FIRST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1).toString());

    /** Of warnings that were asked for with one more than the limit, to see whether there is a next page. */
    static WarningPage of(List<WarningView> warnings, int limit) {
        if (warnings.size() <= limit) {
            return new WarningPage(warnings, null);
        }
        WarningView last = warnings.get(limit - 1);
        return new WarningPage(
                List.copyOf(warnings.subList(0, limit)),
                new Place(last.raisedAt().toInstant(), last.id().toString()).cursor());
    }
}
