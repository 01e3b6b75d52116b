package org.chuishao.mesh.sight;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.scope.Roles;
import org.junit.jupiter.api.Test;

class SightTest {

    @Test
    void anAgentSeesTheMaskedCallerAndThePlace() {
        Sight sight = Sight.of(Roles.AGENT, Kind.COMPLAINT, false);
        assertThat(sight).isEqualTo(new Sight(true, true, true));
    }

    @Test
    void aUnitSeesFactsWithoutNumbers() {
        Sight sight = Sight.of(Roles.UNIT, Kind.COMPLAINT, false);
        assertThat(sight).isEqualTo(new Sight(false, false, false));
        assertThat(sight.words("暖气不热，请打13812341234或024-23456789，身份证210102199001011234"))
                .isEqualTo("暖气不热，请打***或***，身份证***");
        assertThat(sight.words("3号楼17层，温度18.5度，2026年11月23日起")).contains("17层", "18.5", "2026");
    }

    @Test
    void aReportOrASecretTicketShowsFactsOnlyToEverybody() {
        assertThat(Sight.of(Roles.AGENT, Kind.REPORT, false)).isEqualTo(new Sight(false, false, false));
        assertThat(Sight.of(Roles.CALL_CENTRE, Kind.HELP, true)).isEqualTo(new Sight(false, false, false));
    }

    @Test
    void whoHasItInHandFindsThePlaceUnlessItIsAReportOrSecret() {
        assertThat(Sight.inHand(Roles.GRID_WORKER, Kind.COMPLAINT, false)).isEqualTo(new Sight(false, true, false));
        assertThat(Sight.inHand(Roles.UNIT, Kind.REPORT, false)).isEqualTo(new Sight(false, false, false));
        assertThat(Sight.inHand(Roles.UNIT, Kind.COMPLAINT, true)).isEqualTo(new Sight(false, false, false));
    }
}
