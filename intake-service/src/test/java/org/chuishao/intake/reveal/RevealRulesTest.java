package org.chuishao.intake.reveal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.scope.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An estate's manager and the caller (利益回避). */
class RevealRulesTest {

    private static final Set<String> MANAGERS = Set.of("U-PROPERTY-CO-");

    @ParameterizedTest
    @ValueSource(strings = {"unit", "grid-worker", "duty-desk", "agent"})
    void an_estates_manager_is_shown_no_caller_whatever_he_acts_as(String role) {
        assertThatThrownBy(() -> check(role, "U-PROPERTY-CO-210102")).hasMessageContaining("shown no caller");
    }

    @Test
    void the_bureau_above_him_is_no_manager() {
        assertThatCode(() -> check("agent", "U-PROPERTY-210102")).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("unit", "U-PROPERTY-210102")).hasMessageContaining("in hand");
    }

    private static void check(String role, String unit) {
        RevealRules.check(
                new Scope("somebody", role, Set.of("210102"), unit, null, null), false, TicketState.unseen(), MANAGERS);
    }
}
