package org.chuishao.analytics.brief;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.chuishao.analytics.figures.OwnGrid;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Makes sense of what a request asks for, in the caller's scope. */
@ApplicationScoped
class BriefAsked {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    private final SeenRegions seen;
    private final OwnGrid own;
    private final Clock clock;

    BriefAsked(SeenRegions seen, OwnGrid own, Clock clock) {
        this.seen = seen;
        this.own = own;
        this.clock = clock;
    }

    /** @throws Problem 400 naming the parameter that is wrong, 404 where the region is beyond the scope */
    AskedBrief of(BriefFilter filter) {
        BriefKind kind = BriefKind.of(filter.kind);
        LocalDate day = day(filter.day);
        String category = filter.category;
        if (category != null && !CODE.matcher(category).matches()) {
            throw Problem.invalid("category", "must be a code of letters, digits and _ . : -");
        }
        if (category == null && kind == BriefKind.SPECIAL) {
            throw Problem.invalid("category", "is needed for a special brief");
        }
        seen.require(filter.region);
        return new AskedBrief(kind, day, filter.region, category, own.is(filter.region));
    }

    private LocalDate day(@Nullable String text) {
        LocalDate today = clock.instant().atZone(China.ZONE).toLocalDate();
        if (text == null) {
            return today.minusDays(1);
        }
        LocalDate day = Period.day("day", text);
        if (day.isAfter(today)) {
            throw Problem.invalid("day", "must not be to come");
        }
        return day;
    }
}
