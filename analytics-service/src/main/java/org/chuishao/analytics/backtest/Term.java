package org.chuishao.analytics.backtest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a word of a back-test means. */
@Schema(name = "BacktestTerm")
record Term(String name, String zh, String en) {

    static final List<Term> ALL = List.of(
            new Term(
                    "history",
                    "按工单现有事实（类别、地点、是否撤销）在其进入时刻逐件重放；举报和涉密工单不进入窗口",
                    "Each ticket, by what is known of it now (category, place, whether taken back), at the time when it came"
                            + " in. Reports and secret tickets enter no window. Later corrections are known from the start,"
                            + " so a rehearsal sees a little more than the stream did"),
            new Term(
                    "scope",
                    "只读所选区划内的工单；跨区划的管网或同一人的其他诉求不计入",
                    "Only tickets of the region: a network or a person whose complaints lie in others too counts for less"
                            + " than in the stream, which sees the province"),
            new Term(
                    "meaning",
                    "只按类别重放；正式运行中按语义把误归他类的诉求并入同一预警，重放不计，故多类别的事件召回偏低",
                    "By category alone. What runs also gathers complaints that mean the same and were filed as something else;"
                            + " a rehearsal does not, so of incidents that were filed as several it finds fewer, or finds"
                            + " them later"),
            new Term(
                    "raised",
                    "期内会发出的预警数；加入、升级、消退的规则与正式预警相同，但无人研判，故预警在消退之前一直开放",
                    "Warnings that would have been raised in the days. They join, rise and lapse as real ones do; nobody"
                            + " judges them, so each is open until it lapses"),
            new Term(
                    "about",
                    "与一条已研判预警至少共有一件工单，即视为针对同一事件",
                    "A rehearsed warning is about a judged warning of the same rule where both hold a ticket"),
            new Term(
                    "right, wrong, unjudged",
                    "针对已确认（含已处置、已关闭）事件为对；只针对误报为错；其余未研判，不计入任何比例，但列出数量",
                    "Right: about one that was CONFIRMED (or HANDLED, CLOSED after it). Wrong: about ones found FALSE only."
                            + " All else is unjudged, stands in neither share, and is counted beside them"),
            new Term(
                    "precision",
                    "对 /（对 + 错）；门槛越低，未研判越多，这一比例所依据的部分越小",
                    "right / (right + wrong). The lower the threshold, the more is unjudged, and the smaller the part that"
                            + " this rests on"),
            new Term(
                    "recall",
                    "期内已确认事件中会被预警的比例；从未被预警过的事件无从确认，故只是相对于已知事件",
                    "Confirmed incidents of the rule, decided in the days, that a rehearsed warning is about / all of them."
                            + " What no warning was ever raised of could not be confirmed: it is relative to what is known"),
            new Term(
                    "lead",
                    "第一条针对该事件的预警（以触发诉求进入时刻计）早于第10件诉求、确认、原预警判定的分钟数的中位数；不含分类与读取所需时间",
                    "Median minutes from the first rehearsed warning about an incident (when its deciding complaint came in)"
                            + " to the incident's tenth complaint, its confirmation, and the decision of the warning really"
                            + " raised. What classifying and reading takes is not in it"));
}
