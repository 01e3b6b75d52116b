package org.chuishao.analytics.warning.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IncidentBoardTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    /** Confirmed when it was known of one community only. */
    private final Incident early = confirmed("HEATING_OFF", "210102001001");

    private final IncidentBoard board = board();

    @Test
    void warnings_of_two_places_far_apart_are_two_incidents() {
        UUID one = placed("210102001001", NOON);
        UUID other = placed("210105002003", NOON);

        assertThat(board.of(one)).isNotEqualTo(board.of(other));
    }

    @Test
    void a_county_takes_in_the_places_that_lie_in_it() {
        UUID one = placed("210102001001", NOON);
        UUID other = placed("210102007003", NOON.plusSeconds(60));
        UUID county = placed("210102", NOON.plusSeconds(120));

        assertThat(List.of(board.of(other), board.of(county))).containsOnly(board.of(one));
        assertThat(board.changed()).singleElement().satisfies(it -> {
            assertThat(it.region()).isEqualTo("210102");
            assertThat(it.lastAt()).isEqualTo(NOON.plusSeconds(120));
        });
    }

    @Test
    void in_three_places_at_a_time_it_is_one_of_the_city_and_what_comes_anywhere_joins_it() {
        UUID first = placed("210102001001", NOON);
        placed("210105002003", NOON);
        placed("210106", NOON.plusSeconds(60));
        UUID later = placed("210111003", NOON.plusSeconds(600));

        assertThat(board.of(later)).isEqualTo(board.of(first));
        assertThat(board.changed()).extracting(Incident::region).containsExactly("2101");
        assertThat(board.folded().values()).containsOnly(board.of(first));
    }

    @Test
    void other_matters_of_the_line_are_part_of_the_citys_and_apart_in_one_place() {
        UUID off = placed("210102001001", NOON);
        Placed fees = new Placed(UUID.randomUUID(), "210102001001", "HEATING_SERVICE", null, NOON, NOON, null);
        board.place(fees, UUID::randomUUID);
        assertThat(board.of(fees.warning())).isNotEqualTo(board.of(off));

        placed("210103001001", NOON);
        assertThat(board.of(fees.warning())).isNotEqualTo(board.of(off));
        placed("210104001001", NOON);
        assertThat(board.of(fees.warning())).isEqualTo(board.of(off));
    }

    @Test
    void what_comes_days_later_is_another() {
        UUID one = placed("210102001001", NOON);
        UUID other = placed("210102001001", NOON.plus(DAY).plusSeconds(1));

        assertThat(board.of(one)).isNotEqualTo(board.of(other));
    }

    @Test
    void what_hangs_on_one_network_is_one_wherever_it_is() {
        Placed one = warning("210102001", "ST-1", NOON);
        Placed other = warning("210103002", "ST-1", NOON);
        board.place(one, UUID::randomUUID);
        board.place(other, UUID::randomUUID);

        assertThat(board.of(one.warning())).isEqualTo(board.of(other.warning()));
    }

    @Test
    void a_confirmed_one_takes_the_others_in_and_two_confirmed_ones_stay_two() {
        Incident known = new Incident(UUID.randomUUID(), "HEATING_OFF", "210102001001", null, NOON, NOON, "2101");
        Incident second = new Incident(UUID.randomUUID(), "HEATING_OFF", "210103001001", null, NOON, NOON, "2101");
        Incident older =
                new Incident(UUID.randomUUID(), "HEATING_OFF", "210104001001", null, NOON.minusSeconds(9), NOON, null);
        IncidentBoard three = board(older, known, second);
        Placed next = warning("210104001001", null, NOON);
        three.place(next, UUID::randomUUID);

        assertThat(three.of(next.warning())).isIn(known.id(), second.id());
        assertThat(three.folded()).containsOnlyKeys(older.id());
    }

    @Test
    void what_a_county_has_confirmed_takes_in_nothing_of_its_neighbours() {
        Incident county = new Incident(UUID.randomUUID(), "HEATING_OFF", "210102001001", "ST-1", NOON, NOON, "210102");
        IncidentBoard three = board(county);
        Placed second = warning("210103001001", null, NOON);
        Placed third = warning("210104001001", null, NOON);
        Placed fourth = warning("210105001001", "ST-1", NOON);
        Placed within = warning("210102001001", null, NOON);
        List.of(second, third, fourth, within).forEach(it -> three.place(it, UUID::randomUUID));

        assertThat(three.of(within.warning())).isEqualTo(county.id());
        assertThat(List.of(three.of(third.warning()), three.of(fourth.warning())))
                .containsOnly(three.of(second.warning()))
                .doesNotContain(county.id());
    }

    @Test
    void what_was_confirmed_before_it_reached_so_far_stands_for_all_of_it_once_a_person_says_so() {
        IncidentBoard city = board(early);
        UUID second = placed(city, warning("210103001001", null, NOON));
        UUID third = placed(city, warning("210104001001", null, NOON));
        UUID wide = city.of(second);
        assertThat(wide).isEqualTo(city.of(third)).isNotEqualTo(early.id());
        assertThat(region(city, wide)).isEqualTo("2101");

        assertThat(city.begun(wide)).contains(early.id());
        city.goesOn(early.id(), wide);

        UUID later = placed(city, warning("210111001001", null, NOON.plusSeconds(60)));
        assertThat(List.of(city.of(second), city.of(third), city.of(later))).containsOnly(early.id());
        assertThat(region(city, early.id())).isEqualTo("2101");
    }

    @Test
    void of_two_that_have_tickets_neither_stands_for_what_holds_them_both() {
        Incident other = confirmed("HEATING_OFF", "210103001001");
        IncidentBoard city = board(early, other);
        UUID third = placed(city, warning("210104001001", null, NOON));
        assertThat(region(city, city.of(third))).as("no third of three places").isEqualTo("210104001001");

        UUID whole = placed(city, warning("2101", null, NOON));
        assertThat(city.begun(city.of(whole))).isEmpty();
    }

    @Test
    void two_new_places_beside_two_that_have_tickets_are_of_the_city() {
        Incident other = confirmed("HEATING_OFF", "210103001001");
        IncidentBoard city = board(early, other);
        UUID third = placed(city, warning("210104001001", null, NOON));
        UUID fourth = placed(city, warning("210105001001", null, NOON));

        assertThat(city.of(third)).isEqualTo(city.of(fourth)).isNotIn(early.id(), other.id());
        assertThat(region(city, city.of(third))).isEqualTo("2101");
        assertThat(city.begun(city.of(third))).isEmpty();
    }

    @Test
    void what_has_a_ticket_for_another_matter_of_the_line_or_lies_elsewhere_or_was_days_before_is_not_the_same() {
        Incident fees = confirmed("HEATING_SERVICE", "210103001001");
        IncidentBoard county = board(early, fees);
        UUID second = placed(county, warning("210103", null, NOON));
        assertThat(county.begun(county.of(second))).isEmpty();

        UUID city = placed(county, warning("2101", null, NOON.plus(DAY.multipliedBy(2))));
        assertThat(county.begun(county.of(city))).isEmpty();
    }

    @Test
    void one_of_a_confirmed_incident_stays_in_it_though_another_holds_it_too() {
        Incident older =
                new Incident(UUID.randomUUID(), "HEATING_OFF", "2101", null, NOON.minusSeconds(9), NOON, "2101");
        Incident own = new Incident(UUID.randomUUID(), "HEATING_OFF", "210103001001", null, NOON, NOON, "2101");
        IncidentBoard two = board(older, own);
        Placed warning = new Placed(UUID.randomUUID(), "210103001001", "HEATING_OFF", null, NOON, NOON, own.id());
        two.place(warning, UUID::randomUUID);

        assertThat(two.of(warning.warning())).isEqualTo(own.id());
    }

    @Test
    void one_whose_incident_was_handled_stays_with_it() {
        UUID handled = UUID.randomUUID();
        Placed warning = new Placed(UUID.randomUUID(), "210102001001", "HEATING_OFF", null, NOON, NOON, handled);
        board.place(warning, UUID::randomUUID);

        assertThat(board.of(warning.warning())).isEqualTo(handled);
        assertThat(board.changed()).isEmpty();
    }

    /** On which three places are the city's. */
    private static IncidentBoard board(Incident... open) {
        return new IncidentBoard(List.of(open), 3, DAY);
    }

    private static Incident confirmed(String matter, String region) {
        return new Incident(UUID.randomUUID(), matter, region, null, NOON, NOON, region);
    }

    private static UUID placed(IncidentBoard board, Placed warning) {
        board.place(warning, UUID::randomUUID);
        return warning.warning();
    }

    private static String region(IncidentBoard board, UUID incident) {
        return board.changed().stream()
                .filter(it -> it.id().equals(incident))
                .map(Incident::region)
                .findFirst()
                .orElseThrow();
    }

    private UUID placed(String region, Instant at) {
        Placed warning = warning(region, null, at);
        board.place(warning, UUID::randomUUID);
        return warning.warning();
    }

    private static Placed warning(String region, String network, Instant at) {
        return new Placed(UUID.randomUUID(), region, "HEATING_OFF.PIPE", network, at, at, null);
    }
}
