package org.chuishao.grid.rules;

import java.time.LocalDate;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.event.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a clock rule as it is shown. */
record RuleView(
        String id,
        String version,
        Act act,

        @Schema(description = "The field's own word for the act")
        String actText,

        Severity level,
        @Nullable String region,
        @Nullable String category,
        @Nullable String line,
        @Nullable String hours,

        @Schema(description = "min h d natural, wh wd working, months", examples = "5wd")
        String limit,

        @Schema(description = "The same for people", examples = "5个工作日")
        String limitText,

        StartRule start,
        boolean stops,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean recompute,
        String source) {

    static RuleView of(ClockRule rule) {
        return new RuleView(
                rule.id(),
                rule.version(),
                rule.act(),
                rule.act().label(),
                rule.severity(),
                rule.region(),
                rule.category(),
                rule.line(),
                rule.hours() == null ? null : rule.hours().toString(),
                rule.limit().toString(),
                rule.limit().label(),
                rule.start(),
                rule.stops(),
                rule.validFrom(),
                rule.validTo(),
                rule.recounts(),
                rule.source());
    }
}
