package org.chuishao.analytics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReadEvent;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final String HERE = "210102001002";

    @Test
    void a_ticket_that_passes_through_states_within_a_batch_is_counted_where_it_ends() {
        Story story = new Story(1);
        List<ReadEvent> batch = story.acceptedTicket(HERE);

        assertThat(Changes.of(batch).cells())
                .isEqualTo(Map.of(new Cell(HERE, Cell.UNCLASSIFIED, State.PENDING_DISPATCH, "COMPLAINT"), 1L));
    }

    @Test
    void what_came_in_is_counted_on_the_day_in_china() {
        Story story = new Story(1);

        assertThat(Changes.of(story.acceptedTicket(HERE)).days())
                .isEqualTo(Map.of(new Changes.Day(LocalDate.of(2026, 11, 24), HERE), new Changes.Flow(1, 0)));
    }

    @Test
    void an_event_that_came_too_late_changes_nothing() {
        Story story = new Story(1);
        story.acceptedTicket(HERE);

        assertThat(Changes.of(story.acceptAgain()).cells()).isEmpty();
    }

    /** However the log is cut into batches, the counts are those of the tickets as they stand. */
    @RepeatedTest(20)
    void counts_kept_by_changes_equal_a_recount(RepetitionInfo repetition) {
        Story story = new Story(repetition.getCurrentRepetition());
        Map<Cell, Long> counts = new HashMap<>();
        for (int batch = 0; batch < 30; batch++) {
            Changes.of(story.randomEvents(20)).cells().forEach((cell, change) -> counts.merge(cell, change, Long::sum));
            counts.values().removeIf(count -> count == 0);

            assertThat(counts).isEqualTo(story.recount());
        }
    }
}
