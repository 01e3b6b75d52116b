package org.chuishao.mesh.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.regex.Pattern;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.reference.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * How long an act may take for tickets of a level, of a place and of a matter.
 *
 * @param region division code; the rule holds in it and all that lies in it; null anywhere
 * @param category its code, or its beginning and a star ({@code 0102*}); null any
 * @param line industry line whose own clock it is; null for the clock of whoever has the ticket
 * @param hours of the day, by local time, in which a clock has to start for the rule to hold; null around the clock
 * @param stops a suspension stops the clock
 * @param version of the rule, named with every deadline computed by it
 * @param validTo the first day on which it is no longer valid
 * @param recounts clocks that run by an earlier version of it are counted again, from their start
 * @param source where the figure is from, for people
 */
public record ClockRule(
        String id,
        Act act,
        Severity severity,
        @Nullable String region,
        @Nullable String category,
        @Nullable String line,
        @Nullable Hours hours,
        Limit limit,
        StartRule start,
        boolean stops,
        String version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean recounts,
        String source) {

    private static final Pattern CATEGORY = Pattern.compile("[A-Z0-9_.-]+\\*?");
    private static final String STAR = "*";

    /** @throws IllegalArgumentException naming what is no region, category or period */
    public ClockRule {
        if (region != null && RegionCode.level(region).isEmpty()) {
            throw new IllegalArgumentException("not a division code: " + region);
        }
        if (category != null && !CATEGORY.matcher(category).matches()) {
            throw new IllegalArgumentException("not a category: " + category);
        }
        if (validTo != null && !validFrom.isBefore(validTo)) {
            throw new IllegalArgumentException("not valid on any day from " + validFrom + " until " + validTo);
        }
        if (act == Act.CITIZEN && stops) {
            throw new IllegalArgumentException("nothing stops the citizen's clock");
        }
    }

    /** Its name with every deadline that is counted by it. */
    public String name() {
        return id + "@" + version;
    }

    /** The same rule, no longer valid from a day on. */
    public ClockRule until(LocalDate day) {
        return new ClockRule(
                id, act, severity, region, category, line, hours, limit, start, stops, version, validFrom, day,
                recounts, source);
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    boolean validAt(LocalDateTime time) {
        return validOn(time.toLocalDate()) && (hours == null || hours.hold(time.toLocalTime()));
    }

    public boolean holdsIn(String place) {
        return region == null || place.startsWith(region);
    }

    boolean holdsFor(@Nullable String matter) {
        if (category == null || matter == null) {
            return category == null;
        }
        return category.endsWith(STAR)
                ? matter.startsWith(category.substring(0, category.length() - 1))
                : matter.equals(category);
    }

    /** How exactly it names the place. */
    int depth() {
        return region == null ? 0 : region.length();
    }

    /** How exactly it names the matter: a category by its whole code before one by the same letters and a star. */
    int closeness() {
        if (category == null) {
            return 0;
        }
        return category.endsWith(STAR) ? 2 * category.length() - 2 : 2 * category.length() + 1;
    }

    /** Between two rules for the same place and matter, the one for a part of the day counts in it. */
    int narrowness() {
        return hours == null ? 0 : 1;
    }

    /** Says the same of the same tickets on some day. */
    boolean overlaps(ClockRule other) {
        boolean sameTickets = act == other.act
                && severity == other.severity
                && Objects.equals(region, other.region)
                && Objects.equals(category, other.category)
                && Objects.equals(line, other.line)
                && (hours == null ? other.hours == null : other.hours != null && hours.meet(other.hours));
        return sameTickets
                && (other.validTo == null || validFrom.isBefore(other.validTo))
                && (validTo == null || other.validFrom.isBefore(validTo));
    }
}
