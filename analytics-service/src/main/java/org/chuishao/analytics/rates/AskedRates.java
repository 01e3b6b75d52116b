package org.chuishao.analytics.rates;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.regex.Pattern;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Makes sense of what a request asks for, in the caller's scope. */
@ApplicationScoped
class AskedRates {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    private final SeenRegions seen;
    private final CurrentScope scope;
    private final Clock clock;

    AskedRates(SeenRegions seen, CurrentScope scope, Clock clock) {
        this.seen = seen;
        this.scope = scope;
        this.clock = clock;
    }

    /** @throws Problem 400 naming the parameter that is wrong, 404 where region or unit is beyond the scope */
    Asked of(RateFilter filter) {
        if (filter.name == null) {
            throw Problem.invalid("name", "is needed, for example solution-rate");
        }
        seen.require(filter.region);
        return new Asked(
                Figure.of(filter.name),
                Period.of(filter.from, filter.to, clock),
                filter.region,
                unit(code("unit", filter.unit)),
                code("line", filter.line),
                code("category", filter.category),
                filter.kind == null ? null : constant(Kind.class, "kind", filter.kind),
                filter.channel == null ? null : constant(Channel.class, "channel", filter.channel));
    }

    /** Whoever has no region, but a unit, sees what is counted for that unit. */
    private @Nullable String unit(@Nullable String asked) {
        Scope mine = scope.get();
        if (!mine.regions().isEmpty()) {
            return asked;
        }
        if (asked != null && !asked.equals(mine.unit())) {
            throw Problem.notFound("unit");
        }
        return mine.unit();
    }

    private static @Nullable String code(String field, @Nullable String text) {
        if (text != null && !CODE.matcher(text).matches()) {
            throw Problem.invalid(field, "must be a code of letters, digits and _ . : -");
        }
        return text;
    }

    private static <E extends Enum<E>> String constant(Class<E> type, String field, String text) {
        try {
            return Enum.valueOf(type, text).name();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, "is none of those that there are");
        }
    }
}
