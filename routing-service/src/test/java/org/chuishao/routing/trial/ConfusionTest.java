package org.chuishao.routing.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    private final List<Judged> judged =
            List.of(judged("A", "A", true), judged("A", "A", true), judged("A", "B", false), judged("B", "B", true));

    @Test
    void accuracy_counts_messages_and_macro_f1_labels() {
        Confusion confusion = new Confusion(judged);

        assertThat(confusion.accuracy()).isEqualTo(0.75);
        // A: precision 1, recall 2/3; B: precision 1/2, recall 1
        assertThat(confusion.macroF1()).isCloseTo((0.8 + 2.0 / 3) / 2, offset(1e-9));
    }

    @Test
    void what_is_right_by_itself_is_counted_among_what_was_done_by_itself() {
        assertThat(Judged.share(judged, Judged::byItself)).isEqualTo(0.75);
        assertThat(Judged.right(judged, Judged::byItself)).isEqualTo(1);
    }

    private static Judged judged(String truth, String label, boolean byItself) {
        return new Judged(truth, label, true, 0.9, true, true, true, true, byItself, 0);
    }
}
