package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.dispatch.CountyFallback.Overdue;
import org.junit.jupiter.api.Test;

/** 区县兜底: what becomes of a ticket that nobody dispatched in time. */
class CountyFallbackTest {

    private static final String COMMUNITY = "210102001002";

    @Test
    void what_is_urgent_goes_to_the_county() {
        assertThat(lead(Severity.URGENT, COMMUNITY)).contains("U-TERR-210102");
        assertThat(lead(Severity.URGENT, "210102")).contains("U-TERR-210102");
    }

    @Test
    void what_is_not_urgent_stays_with_the_dispatcher() {
        assertThat(lead(Severity.ORDINARY, COMMUNITY)).isEmpty();
        assertThat(lead(Severity.INQUIRY, COMMUNITY)).isEmpty();
    }

    @Test
    void without_a_county_it_stays() {
        assertThat(lead(Severity.URGENT, "2101")).isEmpty();
        assertThat(lead(Severity.CRITICAL, "21")).isEmpty();
        assertThat(lead(Severity.URGENT, "210103"))
                .as("a county without a unit")
                .isEmpty();
    }

    @Test
    void what_a_person_has_to_dispatch_stays_unless_life_is_in_danger() {
        for (Overdue byAPerson : Set.of(
                overdue(Severity.URGENT, Kind.REPORT, false, false, true),
                overdue(Severity.URGENT, Kind.HELP, true, false, true),
                overdue(Severity.URGENT, Kind.HELP, false, true, true),
                overdue(Severity.URGENT, Kind.HELP, false, false, false))) {
            assertThat(lead(byAPerson)).isEmpty();
        }
        assertThat(lead(overdue(Severity.CRITICAL, Kind.REPORT, true, true, false)))
                .contains("U-TERR-210102");
    }

    @Test
    void a_county_that_was_right_to_give_it_back_does_not_get_it_again() {
        Overdue back = new Overdue(Severity.URGENT, COMMUNITY, Kind.HELP, false, false, true, Set.of("U-TERR-210102"));
        assertThat(lead(back)).isEmpty();
    }

    private static Optional<String> lead(Severity severity, String region) {
        return lead(new Overdue(severity, region, Kind.HELP, false, false, true, Set.of()));
    }

    private static Optional<String> lead(Overdue overdue) {
        return CountyFallback.lead(overdue, "U-TERR-210102"::equals);
    }

    private static Overdue overdue(Severity severity, Kind kind, boolean secret, boolean safety, boolean byItself) {
        return new Overdue(severity, COMMUNITY, kind, secret, safety, byItself, Set.of());
    }
}
