package org.chuishao.routing.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.chuishao.routing.catalogue.Entry;
import org.junit.jupiter.api.Test;

class JudgeProposalTest {

    @Test
    void what_the_catalogue_did_not_have_goes_to_nobody_by_itself_before_a_person_said_so() {
        assertThat(JudgeProposal.byItself(null, null)).isFalse();
        assertThat(JudgeProposal.byItself(true, null)).isTrue();
    }

    @Test
    void what_the_catalogue_has_stays_so_if_nothing_is_said() {
        assertThat(JudgeProposal.byItself(null, entry(true))).isTrue();
        assertThat(JudgeProposal.byItself(null, entry(false))).isFalse();
        assertThat(JudgeProposal.byItself(false, entry(true))).isFalse();
    }

    private static Entry entry(boolean byItself) {
        return new Entry(
                "NOISE", "21", "{territory}", List.of(), List.of(), byItself, LocalDate.parse("2026-01-01"), null, "");
    }
}
