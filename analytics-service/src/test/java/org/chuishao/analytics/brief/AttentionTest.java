package org.chuishao.analytics.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.chuishao.analytics.brief.Brief.Count;
import org.chuishao.analytics.brief.Brief.KeyFigure;
import org.chuishao.analytics.brief.Brief.Note;
import org.chuishao.analytics.brief.Brief.Warned;
import org.chuishao.analytics.keyview.EventView;
import org.chuishao.analytics.matter.Name;
import org.chuishao.analytics.rates.RateItem;
import org.chuishao.analytics.warning.WarningRule;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private static final Name RECEIVED = new Name("受理", "Received");
    private static final Name SOLVED = new Name("解决率", "Solution rate");

    @Test
    void a_change_of_a_fifth_and_ten_is_told_with_its_figures() {
        assertThat(counted(120L, 100L)).singleElement().satisfies(note -> {
            assertThat(note.zh()).isEqualTo("受理 120 件，较上期增加 20 件（+20.0%）。");
            assertThat(note.en()).isEqualTo("Received: 120, 20 more than before (+20.0%).");
        });
        assertThat(counted(80L, 100L)).singleElement().satisfies(note -> assertThat(note.zh())
                .contains("减少 20 件（−20.0%）"));
    }

    @Test
    void what_is_small_or_withheld_is_not_told() {
        assertThat(counted(119L, 100L)).extracting(Note::zh).containsExactly("各项指标与上期相比无显著变化。");
        assertThat(counted(9L, 0L)).extracting(Note::zh).containsExactly("各项指标与上期相比无显著变化。");
        assertThat(counted(null, 100L)).extracting(Note::zh).containsExactly("各项指标与上期相比无显著变化。");
    }

    @Test
    void a_rate_is_told_of_only_where_the_intervals_lie_apart() {
        assertThat(figures(rate("0.60", "0.55", "0.65"), rate("0.80", "0.75", "0.85")))
                .singleElement()
                .satisfies(note -> assertThat(note.zh()).startsWith("解决率由 80.0% 降至 60.0%"));
        assertThat(figures(rate("0.70", "0.60", "0.80"), rate("0.80", "0.75", "0.85")))
                .extracting(Note::zh)
                .containsExactly("各项指标与上期相比无显著变化。");
    }

    @Test
    void matters_that_climb_and_warnings_that_wait_are_told() {
        EventView.Item event = new EventView.Item(
                "210102001",
                "某街道",
                "HEATING_OFF",
                new Name("停暖不热", "Heating off"),
                40,
                20L,
                20L,
                new BigDecimal("1.00"),
                false);
        Warned warned = new Warned(WarningRule.CLUSTER, "多人同诉", 3, 1, 0, 2);

        assertThat(Attention.of(List.of(), List.of(), List.of(event), List.of(), List.of(warned)))
                .extracting(Note::zh)
                .containsExactly("某街道“停暖不热”诉求 40 件，上期 20 件，增长明显，建议研判是否存在共性原因。", "期内预警尚有 2 条未研判。");
    }

    private static List<Note> counted(Long now, Long before) {
        Count count = new Count("received", RECEIVED, now, before, now == null ? null : now - before);
        return Attention.of(List.of(count), List.of(), List.of(), List.of(), List.of());
    }

    private static List<Note> figures(RateItem now, RateItem before) {
        KeyFigure figure = new KeyFigure("solution-rate", SOLVED, now, before);
        return Attention.of(List.of(), List.of(figure), List.of(), List.of(), List.of());
    }

    static RateItem rate(String value, String lower, String upper) {
        return new RateItem(
                "",
                null,
                null,
                BigDecimal.TEN,
                100L,
                0L,
                new BigDecimal(value),
                new BigDecimal(lower),
                new BigDecimal(upper),
                null,
                false);
    }
}
