package org.chuishao.grid.rules;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.chuishao.mesh.calendar.ClockRule;
import org.jspecify.annotations.Nullable;

/** A version of a rule as the table has it; the columns' names are the fields'. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RuleRow(
        String id,
        int version,
        String act,
        String level,
        @Nullable String region,
        @Nullable String category,
        @Nullable String line,
        @Nullable String hours,
        String timeLimit,
        String startRule,
        boolean stops,
        String validFrom,
        @Nullable String validTo,
        boolean recounts,
        String source,
        String setAt,
        String setBy,
        boolean published) {

    /** Held by whoever writes rules, so that what stands beside a new one stays as it was looked at. */
    static final long LOCK = 0x6772_6964_7275_6c65L;

    static RuleRow of(ClockRule rule, Instant at, String by, boolean published) {
        return new RuleRow(
                rule.id(),
                Integer.parseInt(rule.version()),
                rule.act().name(),
                rule.severity().name(),
                rule.region(),
                rule.category(),
                rule.line(),
                rule.hours() == null ? null : rule.hours().toString(),
                rule.limit().toString(),
                rule.start().name(),
                rule.stops(),
                rule.validFrom().toString(),
                rule.validTo() == null ? null : rule.validTo().toString(),
                rule.recounts(),
                rule.source(),
                at.toString(),
                by,
                published);
    }
}
