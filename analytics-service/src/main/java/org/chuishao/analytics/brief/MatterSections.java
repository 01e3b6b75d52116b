package org.chuishao.analytics.brief;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.analytics.brief.Brief.Warned;
import org.chuishao.analytics.brief.BriefPage.Head;
import org.chuishao.analytics.brief.BriefPage.Line;
import org.chuishao.analytics.brief.BriefPage.Section;
import org.chuishao.analytics.brief.BriefPage.Table;
import org.chuishao.analytics.brief.BriefPage.Words;
import org.chuishao.analytics.keyview.EventView;
import org.chuishao.analytics.matter.Name;

/** What stands out and what was warned of, on paper. */
final class MatterSections {

    private MatterSections() {}

    static Section events(List<EventView.Item> events) {
        List<Line> rows = events.stream()
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
                                        PageOf.NOW,
                                        PageOf.BEFORE,
                                        PageOf.CHANGE),
                                rows)));
    }

    static Section warnings(List<Warned> warnings) {
        List<Line> rows = warnings.stream()
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
}
