package org.chuishao.analytics.brief;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.matter.Name;
import org.chuishao.mesh.problem.Problem;

/** Which days a brief is about, and which it compares them with. */
enum BriefKind {
    /** A day, against the same weekday a week before. */
    DAILY(new Name("日报", "Daily brief"), 1, 7),
    /** Seven days, against the seven before. */
    WEEKLY(new Name("周报", "Weekly brief"), 7, 7),
    /** Thirty days of one matter, against the thirty before. */
    SPECIAL(new Name("专报", "Special brief"), 30, 30);

    private final Name title;
    private final int days;
    private final int back;

    BriefKind(Name title, int days, int back) {
        this.title = title;
        this.days = days;
        this.back = back;
    }

    Name title() {
        return title;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param day the last one */
    Period period(LocalDate day) {
        return new Period(day.minusDays(days - 1L), day);
    }

    Period before(LocalDate day) {
        return period(day.minusDays(back));
    }

    static BriefKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "kind",
                        "must be one of "
                                + Arrays.stream(values()).map(BriefKind::label).collect(Collectors.joining(", "))));
    }
}
