package org.chuishao.analytics.figures;

import java.util.List;

/** What a figure means, in both languages. */
record Definition(String name, String zh, String en) {

    static final List<Definition> ALL = List.of(
            new Definition(
                    "tickets",
                    "日志读到此刻处于该状态、类别、地点的工单数；每件工单只计一次，并单、撤销亦在其状态下计数",
                    "Tickets that stand in this state, category and place as far as the log has been read; each ticket is"
                            + " counted once, merged and withdrawn ones in their own states"),
            new Definition(
                    "region",
                    "工单已知最小地点所属的该级区划；地点不明者计入已知的上级区划",
                    "The region of the level asked for that holds the smallest place known; where no more is known, the"
                            + " larger region itself"),
            new Definition("category", "分类结果；未分类为 UNCLASSIFIED", "As classified; UNCLASSIFIED until then"),
            new Definition(
                    "received",
                    "当日（北京时间）进入的工单数，按进入时已知地点",
                    "Tickets that came in on the day (Asia/Shanghai), by the place known then"),
            new Definition(
                    "closed",
                    "当日办结的次数；重新打开后再次办结另计",
                    "Closings on the day; one that was reopened and closed again counts again"));
}
