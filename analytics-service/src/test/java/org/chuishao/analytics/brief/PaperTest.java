package org.chuishao.analytics.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.chuishao.analytics.brief.Brief.Day;
import org.chuishao.analytics.brief.Brief.Part;
import org.chuishao.analytics.matter.Name;
import org.junit.jupiter.api.Test;

class PaperTest {

    @Test
    void figures_are_written_as_on_paper() {
        assertThat(Shown.number(12_345L)).isEqualTo("12,345");
        assertThat(Shown.number(null)).isEqualTo("—*");
        assertThat(Shown.percent(new BigDecimal("0.7632"))).isEqualTo("76.3%");
        assertThat(Shown.change(80L, 100L)).isEqualTo("−20 (−20.0%)");
        assertThat(Shown.change(3L, 0L)).isEqualTo("+3");
        assertThat(Shown.change(null, 3L)).isEqualTo("—");
        assertThat(Shown.points(new BigDecimal("0.80"), new BigDecimal("0.85"))).isEqualTo("−5.0");
        assertThat(Shown.plain(new BigDecimal("28.6"))).isEqualTo("28.6");
    }

    @Test
    void an_axis_has_round_steps() {
        assertThat(Ticks.nice(0, 4)).isEqualTo(1);
        assertThat(Ticks.nice(7, 4)).isEqualTo(2);
        assertThat(Ticks.nice(130, 4)).isEqualTo(50);
        assertThat(Ticks.nice(81_000, 4)).isEqualTo(50_000);
    }

    @Test
    void a_text_that_a_spreadsheet_would_compute_is_written_as_text() {
        assertThat(BriefCsv.field("=1+1")).isEqualTo("'=1+1");
        assertThat(BriefCsv.field("@cmd")).isEqualTo("'@cmd");
        assertThat(BriefCsv.field("-2")).isEqualTo("'-2");
        assertThat(BriefCsv.field(-2L)).isEqualTo("-2");
        assertThat(BriefCsv.field("a,\"b\"\n")).isEqualTo("\"a,\"\"b\"\"\n\"");
        assertThat(BriefCsv.field(null)).isEmpty();
    }

    @Test
    void what_is_drawn_is_escaped_and_says_in_words_what_it_shows() {
        Part part = new Part("X", new Name("<b>&名", "x"), 12L, BigDecimal.ONE, 8L, 4L);
        String bars = BarsPicture.svg("bars", "题 title", List.of(part));
        assertThat(bars)
                .contains("&lt;b&gt;&amp;名", "<desc id=\"bars-d\">", "12, before 8")
                .doesNotContain("<b>");
    }

    @Test
    void a_day_that_is_withheld_is_a_gap_in_the_line() {
        LocalDate day = LocalDate.parse("2026-11-01");
        List<Day> days =
                List.of(new Day(day, 10L, 5L), new Day(day.plusDays(1), null, 6L), new Day(day.plusDays(2), 12L, 7L));
        assertThat(TrendPicture.svg(days).split("<polyline", -1)).hasSize(4);
    }

    @Test
    void a_brief_compares_with_the_days_that_are_like_its_own() {
        LocalDate monday = LocalDate.parse("2026-11-30");
        assertThat(BriefKind.DAILY.before(monday).from()).isEqualTo("2026-11-23");
        assertThat(BriefKind.DAILY.before(monday).to()).isEqualTo("2026-11-23");
        assertThat(BriefKind.WEEKLY.period(monday).from()).isEqualTo("2026-11-24");
        assertThat(BriefKind.WEEKLY.before(monday).to()).isEqualTo("2026-11-23");
        assertThat(BriefKind.SPECIAL.period(monday).from()).isEqualTo("2026-11-01");
        assertThat(BriefKind.SPECIAL.before(monday).to()).isEqualTo("2026-10-31");
    }
}
