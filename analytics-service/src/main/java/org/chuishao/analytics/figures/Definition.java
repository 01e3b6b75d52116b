package org.chuishao.analytics.figures;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a figure means, in both languages. What is only counted has no more than its words; a rate says the rest too.
 *
 * @param zh its words in Chinese
 * @param en its words in English
 */
public record Definition(
        @Schema(description = "Name in requests and answers", examples = "solution-rate")
        String name,

        @Nullable Title title,
        String zh,
        String en,

        @Schema(description = "Numerator, denominator and value in words") @Nullable
        String formula,

        @Schema(description = "Where the figure is from") @Nullable
        String source,

        @Schema(description = "The date that puts a case into a period (days in Asia/Shanghai)") @Nullable
        String dated,

        @Schema(description = "What is left out of numerator and denominator, and counted beside them") @Nullable
        String excludes,

        @Schema(description = "Unit of the value: SHARE is 0 to 1") @Nullable
        String unit,

        @Schema(description = "HIGH or LOW where better ones are ranked first; NEITHER where none is better") @Nullable
        String better) {

    /** The field's own words for it. */
    public record Title(String zh, String en) {}

    private static Definition count(String name, String zh, String en) {
        return new Definition(name, null, zh, en, null, null, null, null, null, null);
    }

    /** Of what is counted where it stands, and by day. */
    public static final List<Definition> COUNTS = List.of(
            count(
                    "tickets",
                    "日志读到此刻处于该状态、类别、地点的工单数；每件工单只计一次，并单、撤销亦在其状态下计数",
                    "Tickets that stand in this state, category and place as far as the log has been read; each ticket is"
                            + " counted once, merged and withdrawn ones in their own states"),
            count(
                    "region",
                    "工单已知最小地点所属的该级区划；地点不明者计入已知的上级区划",
                    "The region of the level asked for that holds the smallest place known; where no more is known, the"
                            + " larger region itself"),
            count("category", "分类结果；未分类为 UNCLASSIFIED", "As classified; UNCLASSIFIED until then"),
            count(
                    "received",
                    "当日（北京时间）进入的工单数，按进入时已知地点",
                    "Tickets that came in on the day (Asia/Shanghai), by the place known then"),
            count(
                    "closed",
                    "当日办结的次数；重新打开后再次办结另计",
                    "Closings on the day; one that was reopened and closed again counts again"));
}
