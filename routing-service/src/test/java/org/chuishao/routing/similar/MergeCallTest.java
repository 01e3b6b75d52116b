package org.chuishao.routing.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.chuishao.routing.similar.MergeCall.Party;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeCallTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final UUID EARLIER = new UUID(0, 1);
    private static final UUID LATER = new UUID(0, 2);
    private static final Likeness LIKENESS = new Likeness(0.5, Nearness.SAME_COMMUNITY, true, Duration.ofHours(1));

    @Test
    void merges_the_later_into_the_earlier_whichever_is_asked_about() {
        Party earlier = new Party(EARLIER, State.IN_PROGRESS, NOW);
        Party later = new Party(LATER, State.PENDING_DISPATCH, NOW.plusSeconds(60));

        MergeCall call = MergeCall.of(later, earlier, LIKENESS);

        assertThat(call).isNotNull().isEqualTo(MergeCall.of(earlier, later, LIKENESS));
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/api/v1/tickets/" + LATER + "/merges");
        assertThat(call.body().parent()).isEqualTo(EARLIER);
        assertThat(call.body().ground()).startsWith("同一事项并单：词句相近 50%");
    }

    @Test
    void merges_the_earlier_where_the_later_is_past_merging() {
        MergeCall call = call(State.PENDING_DISPATCH, State.PENDING_REVIEW);

        assertThat(call).isNotNull();
        assertThat(call.body().parent()).isEqualTo(LATER);
    }

    @Test
    void is_none_where_neither_may_go_into_the_other() {
        assertThat(call(State.CLOSED, State.PENDING_DISPATCH)).isNull();
        assertThat(call(State.ANSWERED, State.PENDING_DISPATCH)).isNull();
        assertThat(call(State.PENDING_REVIEW, State.PENDING_CALLBACK)).isNull();
    }

    private static @Nullable MergeCall call(State earlier, State later) {
        return MergeCall.of(new Party(EARLIER, earlier, NOW), new Party(LATER, later, NOW.plusSeconds(60)), LIKENESS);
    }
}
