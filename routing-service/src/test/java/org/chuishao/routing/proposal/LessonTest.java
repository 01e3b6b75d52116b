package org.chuishao.routing.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.chuishao.routing.catalogue.Entry;
import org.junit.jupiter.api.Test;

/** What the catalogue would say after a whistle. */
class LessonTest {

    private static final String COUNTY = "210102";
    private static final String GAS = "U-GAS-CO-210102";
    private static final String POLICE = "U-PUBLIC_SECURITY-210102";

    @Test
    void who_came_and_solved_assists_whoever_leads() {
        assertThat(Lesson.of(entry("{territory}"), COUNTY, List.of(GAS, POLICE), List.of()))
                .contains(new Lesson("{territory}", List.of(GAS, POLICE)));
    }

    @Test
    void who_is_named_already_is_not_named_again() {
        assertThat(Lesson.of(entry("U-GAS-CO-{county}", POLICE), COUNTY, List.of(GAS, POLICE), List.of()))
                .isEmpty();
        assertThat(Lesson.of(entry("{territory}", "U-GAS-CO-{county}"), COUNTY, List.of(GAS), List.of()))
                .isEmpty();
    }

    @Test
    void where_the_catalogue_says_nothing_one_of_them_leads() {
        assertThat(Lesson.of(null, COUNTY, List.of(GAS, POLICE), List.of())).contains(new Lesson(GAS, List.of(POLICE)));
        assertThat(Lesson.of(null, COUNTY, List.of(), List.of(GAS))).isEmpty();
    }

    @Test
    void whose_duty_it_is_not_is_not_asked_any_more() {
        assertThat(Lesson.of(entry("{territory}", "U-GAS-CO-{county}", POLICE), COUNTY, List.of(), List.of(GAS)))
                .contains(new Lesson("{territory}", List.of(POLICE)));
        assertThat(Lesson.of(entry("{territory}", POLICE), COUNTY, List.of(), List.of(GAS)))
                .isEmpty();
    }

    @Test
    void where_the_lead_falls_away_who_assists_leads_or_the_county_holds_it() {
        assertThat(Lesson.of(entry("U-GAS-CO-{county}", POLICE), COUNTY, List.of(), List.of(GAS)))
                .contains(new Lesson(POLICE, List.of()));
        assertThat(Lesson.of(entry("U-GAS-CO-{county}"), COUNTY, List.of(), List.of(GAS)))
                .contains(new Lesson("U-TERR-{county}", List.of()));
    }

    private static Entry entry(String lead, String... assisting) {
        return new Entry(
                "ROADS", "21", lead, List.of(assisting), List.of(), true, LocalDate.parse("2026-01-01"), null, "");
    }
}
