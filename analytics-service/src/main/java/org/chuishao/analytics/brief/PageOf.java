package org.chuishao.analytics.brief;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.chuishao.analytics.brief.Brief.Count;
import org.chuishao.analytics.brief.Brief.Part;
import org.chuishao.analytics.brief.Brief.Tier;
import org.chuishao.analytics.brief.BriefPage.Head;
import org.chuishao.analytics.brief.BriefPage.Line;
import org.chuishao.analytics.brief.BriefPage.Picture;
import org.chuishao.analytics.brief.BriefPage.Section;
import org.chuishao.analytics.brief.BriefPage.Table;
import org.chuishao.analytics.brief.BriefPage.Words;
import org.chuishao.analytics.matter.Name;
import org.chuishao.analytics.rates.RateItem;

/** Puts a brief on paper. */
final class PageOf {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final int MOST_PARTS = 16;
    private static final Head NOW = new Head("本期", "now", false);
    private static final Head BEFORE = new Head("上期", "before", false);
    private static final Head CHANGE = new Head("增减", "change", false);

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
        List<Section> sections = new ArrayList<>(List.of(attention(), overview(), fields(), places(), quality()));
        if (!brief.tiers().isEmpty()) {
            sections.add(tiers());
        }
        sections.addAll(List.of(events(), warnings(), notes()));
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

    private Section quality() {
        List<Line> rows = brief.figures().stream()
                .map(figure -> new Line(
                        figure.title().zh(),
                        figure.title().en(),
                        figure.now().withheld()
                                ? List.of(Shown.WITHHELD, Shown.WITHHELD, Shown.WITHHELD, Shown.WITHHELD, Shown.NOTHING)
                                : List.of(
                                        of(figure.now()),
                                        Shown.percent(figure.now().value()),
                                        Shown.interval(
                                                figure.now().lower(),
                                                figure.now().upper()),
                                        figure.before().withheld()
                                                ? Shown.WITHHELD
                                                : Shown.percent(figure.before().value()),
                                        Shown.points(
                                                figure.now().value(),
                                                figure.before().value()))))
                .toList();
        List<Picture> pictures = brief.rates().isEmpty()
                ? List.of()
                : List.of(new Picture(
                        IntervalPicture.svg(brief.rates()),
                        new Name("各地解决率、满意率及其95%区间", "Solution and satisfaction by place, with 95% intervals"),
                        true));
        return new Section(
                "quality",
                new Name("办理质量", "Quality"),
                List.of(),
                pictures,
                List.of(Table.of(
                        new Name("主要指标", "Key figures"),
                        List.of(
                                new Head("指标", "figure", true),
                                new Head("分子/分母", "of", false),
                                new Head("本期", "now", false),
                                new Head("95%区间(%)", "interval", false),
                                new Head("上期", "before", false),
                                new Head("增减(百分点)", "points", false)),
                        rows)));
    }

    private static String of(RateItem item) {
        return Shown.plain(item.numerator()) + "/" + Shown.number(item.denominator());
    }

    private Section tiers() {
        List<Line> rows = new ArrayList<>();
        for (Tier tier : brief.tiers()) {
            String name = Shown.tier(tier.tier()).zh() + "（" + tier.ranked() + "家）";
            tier.best().forEach(unit -> rows.add(tierRow(name, "较好 best", unit)));
            tier.worst().forEach(unit -> rows.add(tierRow(name, "较差 worst", unit)));
        }
        return new Section(
                "tiers",
                new Name("同类单位比较", "Units among their like"),
                List.of(new Words(
                        "按解决率分类比较，只列有效回访满30次者；区间重叠者不宜分高下。",
                        "By solution rate, within a class, from 30 valid callbacks on; where intervals overlap neither is"
                                + " the better.")),
                List.of(),
                rows.isEmpty()
                        ? List.of()
                        : List.of(Table.of(
                                new Name("同类单位解决率", "Solution rate within classes"),
                                List.of(
                                        new Head("单位", "unit", true),
                                        new Head("类别", "class", true),
                                        new Head("位次", "place", true),
                                        new Head("分子/分母", "of", false),
                                        new Head("解决率", "solved", false),
                                        new Head("95%区间(%)", "interval", false)),
                                rows)));
    }

    private static Line tierRow(String tier, String place, RateItem unit) {
        return new Line(
                Objects.requireNonNullElse(unit.name(), unit.key()),
                "",
                List.of(
                        tier,
                        place,
                        of(unit),
                        Shown.percent(unit.value()),
                        Shown.interval(unit.lower(), unit.upper())));
    }

    private Section events() {
        List<Line> rows = brief.events().stream()
                .map(event -> new Line(
                        event.name().zh(),
                        event.name().en(),
                        List.of(
                                event.placeName(),
                                Shown.number(event.complaints()),
                                Shown.number(event.before()),
                                Shown.change(event.complaints(), event.before()))))
                .toList();
        return new Section(
                "events",
                new Name("突出事项", "Matters that stand out"),
                rows.isEmpty()
                        ? List.of(new Words("期内无5人以上反映的同类事项。", "No matter of five people or more in these days."))
                        : List.of(),
                List.of(),
                rows.isEmpty()
                        ? List.of()
                        : List.of(Table.of(
                                new Name("各地诉求最多的事项（件）", "Matters by place with most complaints"),
                                List.of(
                                        new Head("事项", "matter", true),
                                        new Head("地区", "place", true),
                                        NOW,
                                        BEFORE,
                                        CHANGE),
                                rows)));
    }

    private Section warnings() {
        List<Line> rows = brief.warnings().stream()
                .map(it -> new Line(
                        it.label(),
                        it.rule().name(),
                        List.of(
                                Shown.number(it.raised()),
                                Shown.number(it.confirmed()),
                                Shown.number(it.falseAlarms()),
                                Shown.number(it.waiting()))))
                .toList();
        List<Words> words = new ArrayList<>();
        if (rows.isEmpty()) {
            words.add(new Words("期内未发出预警。", "No warning was raised in these days."));
        }
        words.add(new Words("逐级上升与社区吹哨尚未接入本报表统计。", "Escalations and whistles are not counted in this brief yet."));
        return new Section(
                "warnings",
                new Name("预警、上升与吹哨", "Warnings, escalations and whistles"),
                words,
                List.of(),
                rows.isEmpty()
                        ? List.of()
                        : List.of(Table.of(
                                new Name("预警与研判（条）", "Warnings and verdicts"),
                                List.of(
                                        new Head("规则", "rule", true),
                                        new Head("发出", "raised", false),
                                        new Head("确认", "confirmed", false),
                                        new Head("误报", "false", false),
                                        new Head("待研判", "waiting", false)),
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
