package org.chuishao.analytics.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chuishao.analytics.brief.Brief.Tier;
import org.chuishao.analytics.brief.BriefPage.Head;
import org.chuishao.analytics.brief.BriefPage.Line;
import org.chuishao.analytics.brief.BriefPage.Picture;
import org.chuishao.analytics.brief.BriefPage.Section;
import org.chuishao.analytics.brief.BriefPage.Table;
import org.chuishao.analytics.brief.BriefPage.Words;
import org.chuishao.analytics.matter.Name;
import org.chuishao.analytics.rates.RateItem;

/** How well complaints were handled, on paper. */
final class QualitySections {

    private QualitySections() {}

    static Section figures(Brief brief) {
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

    static Section tiers(List<Tier> tiers) {
        List<Line> rows = new ArrayList<>();
        for (Tier tier : tiers) {
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
}
