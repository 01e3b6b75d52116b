package org.chuishao.routing.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrgencyTest {

    private final Urgency urgency = new Urgency(ShippedTaxonomy.read());

    @ParameterizedTest
    @ValueSource(strings = {"楼道里燃气泄漏，味道很大", "路边电线落地，小孩在旁边玩", "人行道上井盖缺失", "有人要跳楼", "三楼住户家里起火", "有老人被困电梯"})
    void danger_to_life_is_critical_in_any_kind_of_ticket(String text) {
        for (Kind kind : Kind.values()) {
            assertThat(urgency.judge("", text, kind, "OTHER").severity()).isEqualTo(Severity.CRITICAL);
        }
    }

    @Test
    void it_says_which_words_and_what_they_are_about() {
        Urgency.Finding finding = urgency.judge("反映问题", "楼下燃气泄漏，全楼停气", Kind.HELP, "OTHER");

        assertThat(finding.words()).containsExactly("燃气泄漏", "停气");
        assertThat(finding.category()).isEqualTo("GAS_SERVICE");
    }

    @Test
    void a_word_that_is_taken_back_is_no_danger() {
        assertThat(urgency.judge("", "建议加强宣传，防止煤气中毒", Kind.SUGGESTION, "OTHER").severity())
                .isEqualTo(Severity.SUGGESTION);
    }

    @Test
    void water_off_is_urgent_unless_somebody_only_suggests() {
        assertThat(urgency.judge("小区停水", "", Kind.COMPLAINT, "WATER_OFF").severity())
                .isEqualTo(Severity.URGENT);
        assertThat(urgency.judge("建议提前通知停水", "", Kind.SUGGESTION, "WATER_OFF").severity())
                .isEqualTo(Severity.SUGGESTION);
    }

    @Test
    void without_a_hazard_the_kind_decides() {
        assertThat(urgency.judge("咨询", "怎么办理", Kind.INQUIRY, "OTHER").severity())
                .isEqualTo(Severity.INQUIRY);
        assertThat(urgency.judge("噪音", "夜间施工", Kind.COMPLAINT, "NOISE").severity())
                .isEqualTo(Severity.ORDINARY);
    }

    @Test
    void a_safety_matter_is_marked_even_where_it_is_not_critical() {
        Urgency.Finding finding = urgency.judge("邻居家暴", "经常听到", Kind.HELP, "OTHER");

        assertThat(finding.safety()).isTrue();
        assertThat(finding.severity()).isEqualTo(Severity.ORDINARY);
    }
}
