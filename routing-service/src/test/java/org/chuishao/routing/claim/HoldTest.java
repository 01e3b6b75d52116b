package org.chuishao.routing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final Hold LIS = Hold.claimed(null, "li", NOW, FIVE);

    @Test
    void keeps_others_out_until_it_runs_out() {
        assertThat(LIS.keepsOut("wang", NOW.plusSeconds(299))).isTrue();
        assertThat(LIS.keepsOut("wang", NOW.plusSeconds(300))).isFalse();
        assertThat(LIS.keepsOut("li", NOW)).isFalse();
    }

    @Test
    void claiming_again_prolongs_it_from_where_it_began() {
        Hold again = Hold.claimed(LIS, "li", NOW.plusSeconds(60), FIVE);

        assertThat(again.since()).isEqualTo(NOW);
        assertThat(again.until()).isEqualTo(NOW.plusSeconds(360));
    }

    @Test
    void what_ran_out_or_was_anothers_begins_anew() {
        Instant later = NOW.plusSeconds(300);

        assertThat(Hold.claimed(LIS, "li", later, FIVE).since()).isEqualTo(later);
        assertThat(Hold.claimed(LIS, "wang", NOW.plusSeconds(1), FIVE).since()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void counts_as_handling_for_its_own_dispatcher_only() {
        assertThat(LIS.inHand("li", NOW.plusSeconds(400))).isEqualTo(Duration.ofSeconds(400));
        assertThat(LIS.inHand("wang", NOW)).isNull();
    }

    @Test
    void no_claim_stands_before_a_danger_to_life() {
        assertThatThrownBy(() -> held("URGENT").requireFree("wang", NOW)).isInstanceOf(Problem.class);
        assertThatCode(() -> held("CRITICAL").requireFree("wang", NOW)).doesNotThrowAnyException();
        assertThatThrownBy(() -> held("CRITICAL").requireUnclaimed("wang", NOW)).isInstanceOf(Problem.class);
    }

    private static QueuedTicket held(String severity) {
        QueuedTicket ticket = new QueuedTicket();
        ticket.severity = severity;
        ticket.held(LIS);
        return ticket;
    }
}
