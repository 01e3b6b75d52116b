package org.chuishao.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparedTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    @Test
    void what_another_unit_would_lead_is_counted_by_whom_and_shown_by_tickets() {
        Compared compared = Compared.of(
                List.of(
                        new Past("NOISE", "210102001", 2, List.of(FIRST)),
                        new Past("NOISE", "210102002", 3, List.of(SECOND)),
                        new Past("ROADS", "210102001", 4, List.of(THIRD))),
                (category, region) -> "U-TERR-" + region,
                (category, region) -> category.equals("NOISE") ? "U-TERR-210102" : "U-TERR-" + region);

        assertThat(compared.tickets()).isEqualTo(9);
        assertThat(compared.elsewhere()).isEqualTo(5);
        assertThat(compared.moves())
                .containsExactly(
                        new Compared.Move("NOISE", "U-TERR-210102002", "U-TERR-210102", 3, List.of(SECOND)),
                        new Compared.Move("NOISE", "U-TERR-210102001", "U-TERR-210102", 2, List.of(FIRST)));
    }

    @Test
    void what_a_dispatcher_would_decide_is_elsewhere_too() {
        Compared compared = Compared.of(
                List.of(new Past("NOISE", "2101", 1, List.of(FIRST)), new Past("ROADS", "21", 1, List.of(SECOND))),
                (category, region) -> category.equals("NOISE") ? "U-TERR-210102" : null,
                (category, region) -> null);

        assertThat(compared.elsewhere()).isEqualTo(1);
    }
}
