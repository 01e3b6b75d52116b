package org.chuishao.mesh.clock;

import java.time.LocalDate;
import java.util.List;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.Hours;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A clock rule as it stands on the topic {@code rules}, under {@code rule/<id>}: all its versions in one record, so that
 * nobody reads the end of one without the beginning of the next.
 */
public record PublishedRule(
        String id,
        String act,
        String level,
        @Nullable String region,
        @Nullable String category,
        @Nullable String line,
        @Nullable String hours,
        List<Version> versions) {

    static final String KEYS = "rule/";

    /**
     * What a rule says from a day on.
     *
     * @param validTo the first day on which it no longer says so
     * @param recounts clocks that run by an earlier version are counted again
     */
    public record Version(
            String version,
            String limit,
            String start,
            boolean stops,
            String validFrom,
            @Nullable String validTo,
            boolean recounts,
            String source) {}

    /** @throws IllegalArgumentException or DateTimeException where it says what this service does not understand */
    public List<ClockRule> toRules() {
        return versions.stream().map(this::toRule).toList();
    }

    private ClockRule toRule(Version it) {
        return new ClockRule(
                id,
                Act.valueOf(act),
                Severity.valueOf(level),
                region,
                category,
                line,
                hours == null ? null : Hours.parse(hours),
                Limit.parse(it.limit()),
                StartRule.valueOf(it.start()),
                it.stops(),
                it.version(),
                LocalDate.parse(it.validFrom()),
                it.validTo() == null ? null : LocalDate.parse(it.validTo()),
                it.recounts(),
                it.source());
    }
}
