package org.chuishao.analytics.brief;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chuishao.analytics.brief.Brief.Count;
import org.chuishao.analytics.brief.Brief.Part;
import org.chuishao.analytics.brief.BriefPage.Head;
import org.chuishao.analytics.brief.BriefPage.Line;
import org.chuishao.analytics.brief.BriefPage.Picture;
import org.chuishao.analytics.brief.BriefPage.Section;
import org.chuishao.analytics.brief.BriefPage.Table;
import org.chuishao.analytics.brief.BriefPage.Words;
import org.chuishao.analytics.matter.Name;

/** Puts a brief on paper. */
final class PageOf {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final int MOST_PARTS = 16;
    static final Head NOW = new Head("本期", "now", false);
    static final Head BEFORE = new Head("上期", "before", false);
    static final Head CHANGE = new Head("增减", "change", false);

    private final Brief brief;

    private PageOf(Brief brief) {
        this.brief = brief;
    }

    static BriefPage of(Brief brief) {
        return new PageOf(brief).page();
    }

    private BriefPage page() {
        Name category = brief.categoryName();
        Name title = category == null
                ? new Name("接诉即办" + brief.title().zh(), brief.title().en() + " · 12345 hotline")
                : new Name(
                        category.zh() + "诉求" + brief.title().zh(), brief.title().en() + " · " + category.en());
        List<Section> sections =
                new ArrayList<>(List.of(attention(), overview(), fields(), places(), QualitySections.figures(brief)));
        if (!brief.tiers().isEmpty()) {
            sections.add(QualitySections.tiers(brief.tiers()));
        }
        sections.addAll(
                List.of(MatterSections.events(brief.events()), MatterSections.warnings(brief.warnings()), notes()));
        return new BriefPage(
                title,
                brief.regionName(),
                days(brief.from(), brief.to()),
                "对比 " + days(brief.beforeFrom(), brief.beforeTo()) + " · 数据截至 "
                        + brief.madeAt().format(INSTANT),
                sections);
    }

    private static String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? from.format(DAY) : from.format(DAY) + "至" + to.format(DAY);
    }

    private Section attention() {
        return new Section(
                "attention",
                new Name("要情提示", "What to look at"),
                brief.attention().stream().map(Words::of).toList(),
                List.of(),
                List.of());
    }

    private Section overview() {
        List<Head> heads = new ArrayList<>(List.of(new Head("项目", "item", true)));
        brief.counts()
                .forEach(it -> heads.add(new Head(it.title().zh(), it.title().en(), false)));
        List<Line> rows = List.of(
                new Line("本期", "now", counts(it -> Shown.number(it.now()))),
                new Line("上期", "before", counts(it -> Shown.number(it.before()))),
                new Line("增减", "change", counts(it -> Shown.change(it.now(), it.before()))));
        return new Section(
                "overview",
                new Name("总体情况", "Overview"),
                List.of(),
                List.of(new Picture(
                        TrendPicture.svg(brief.trend()),
                        new Name("近30日受理与办结走势", "Received and closed, the last 30 days"),
                        true)),
                List.of(Table.of(new Name("受理与办结（件）", "Tickets received and closed"), heads, rows)));
    }

    private List<String> counts(Function<Count, String> shown) {
        return brief.counts().stream().map(shown).toList();
    }

    private Section fields() {
        return parts("fields", new Name("诉求领域", "Fields"), new Name("各领域诉求量", "Complaints by field"), brief.fields());
    }

    private Section places() {
        return parts("places", new Name("地区分布", "Places"), new Name("各地受理量", "Received by place"), brief.places());
    }

    private static Section parts(String id, Name title, Name caption, List<Part> parts) {
        List<Line> rows = parts.stream()
                .limit(MOST_PARTS)
                .map(part -> new Line(
                        part.name().zh(),
                        part.name().en().equals(part.name().zh())
                                ? ""
                                : part.name().en(),
                        List.of(
                                Shown.number(part.now()),
                                Shown.percent(part.share()),
                                Shown.number(part.before()),
                                Shown.change(part.now(), part.before()))))
                .toList();
        return new Section(
                id,
                title,
                rows.isEmpty() ? List.of(new Words("期内无数据。", "Nothing in these days.")) : List.of(),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Picture(
                                BarsPicture.svg(id + "-bars", caption.zh() + " " + caption.en(), parts),
                                caption,
                                false)),
                rows.isEmpty()
                        ? List.of()
                        : List.of(Table.of(
                                caption,
                                List.of(
                                        new Head("名称", "name", true),
                                        NOW,
                                        new Head("占比", "share", false),
                                        BEFORE,
                                        CHANGE),
                                rows)));
    }

    private static Section notes() {
        return new Section(
                "notes",
                new Name("统计说明", "Notes"),
                List.of(
                        new Words(
                                Shown.WITHHELD + " 背后不足5人，或可由其他数相减得出，不予公布。",
                                "Fewer than 5 people stand behind it, or it would lay such a count open: not published."),
                        new Words(
                                "数据随日志补录、更正而变；过去日期的数以最近一次统计为准。",
                                "Figures of past days change with what comes in late or is corrected."),
                        new Words(
                                "领域、事项只计投诉、求助、咨询类诉求，不含举报、涉密、建议、表扬；受理、办结为全部工单。",
                                "Fields and matters are of complaints, without reports, secret tickets, suggestions and praise;"
                                        + " received and closed are of all tickets."),
                        new Words(
                                "各项指标口径见 /api/v1/figures/definitions；95%区间按 Wilson 法。",
                                "What each figure means: /api/v1/figures/definitions; intervals are Wilson's.")),
                List.of(),
                List.of());
    }
}
