package org.chuishao.analytics.warning.incident;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.chuishao.analytics.word.China;

/** What a proactive ticket says: place, matter and counts, and nothing that leads to a person. */
record IncidentWords(UnaryOperator<String> regionName, UnaryOperator<String> categoryName) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日HH时mm分", Locale.CHINA);
    /** What stands behind it. */
    record Counted(String region, String category, int tickets, int people, OffsetDateTime firstAt) {}

    String title(Counted counted, boolean inspection) {
        return "【预警】" + regionName.apply(counted.region()) + categoryName.apply(counted.category())
                + (inspection ? "，请网格巡查" : "，多人反映同一事件");
    }

    String content(Counted counted, boolean inspection) {
        return "自" + WHEN.format(counted.firstAt().atZoneSameInstant(China.ZONE)) + "起，"
                + regionName.apply(counted.region()) + "有" + counted.people() + "人反映“"
                + categoryName.apply(counted.category()) + "”（" + counted.tickets() + "件），预警已经人工确认。"
                + (inspection ? "请属地网格到现场巡查，核实情况并上报。" : "请作为同一事件统一处置；相关来电已并入本单，处理结果将告知来电群众。");
    }

    /** To those who have the ticket already, which was made before it was known how far it reaches. */
    String wider(Counted counted) {
        return "预警范围扩大到" + regionName.apply(counted.region()) + "：自"
                + WHEN.format(counted.firstAt().atZoneSameInstant(China.ZONE)) + "起已有" + counted.people() + "人反映（"
                + counted.tickets() + "件），经人工确认为同一事件，并入本单统一处置。";
    }
}
