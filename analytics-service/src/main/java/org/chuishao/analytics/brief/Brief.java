package org.chuishao.analytics.brief;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.chuishao.analytics.keyview.EventView;
import org.chuishao.analytics.matter.Name;
import org.chuishao.analytics.rates.RateItem;
import org.chuishao.analytics.warning.WarningRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A brief: the figures of some days beside those before, and what to look at. What tells of fewer than 5 people is absent. */
@Schema(name = "Brief")
record Brief(
        @Schema(description = "daily, weekly or special") String kind,
        Name title,
        String region,
        String regionName,
        @Nullable String category,
        @Nullable Name categoryName,
        @Schema(description = "First day, Asia/Shanghai") LocalDate from,
        @Schema(description = "Last day, itself included") LocalDate to,

        @Schema(description = "First day of those that it is compared with")
        LocalDate beforeFrom,

        LocalDate beforeTo,

        @Schema(description = "Figures are as the log had been read by then")
        OffsetDateTime madeAt,

        List<Note> attention,
        List<Count> counts,
        List<KeyFigure> figures,
        List<Part> fields,
        List<Part> places,
        List<EventView.Item> events,
        List<Day> trend,
        List<PlaceRate> rates,
        List<Tier> tiers,
        List<Warned> warnings) {

    /** What to look at, in words made of the figures. */
    @Schema(name = "BriefNote")
    record Note(String zh, String en) {}

    /** Tickets counted. */
    @Schema(name = "BriefCount")
    record Count(
            @Schema(description = "received, closed, open or overdue")
            String name,

            Name title,

            @Schema(description = "Absent where fewer than 5 people stand behind it") @Nullable
            Long now,

            @Nullable Long before,
            @Schema(description = "now - before") @Nullable Long change) {}

    /** A figure as {@code /figures/rates} has it, beside that of the days before. */
    @Schema(name = "BriefFigure")
    record KeyFigure(String name, Name title, RateItem now, RateItem before) {}

    /** A field or a place. */
    @Schema(name = "BriefPart")
    record Part(
            String key,
            Name name,

            @Schema(description = "Absent where withheld") @Nullable
            Long now,

            @Schema(description = "0 to 1") @Nullable BigDecimal share,
            @Nullable Long before,
            @Nullable Long change) {}

    /** A day of the trend. */
    @Schema(name = "BriefDay")
    record Day(
            LocalDate day,

            @Schema(description = "Absent where fewer than 5 people stand behind it") @Nullable
            Long received,

            @Nullable Long closed) {}

    /** How a place's complaints ended. */
    @Schema(name = "BriefPlaceRate")
    record PlaceRate(
            String key,
            String name,
            @Nullable RateItem solution,
            @Nullable RateItem satisfaction) {}

    /** The best and the worst of a class of units by solution rate, among those with 30 cases. */
    @Schema(name = "BriefTier")
    record Tier(String tier, int ranked, List<RateItem> best, List<RateItem> worst) {}

    /** Warnings decided in the days, by what became of them. */
    @Schema(name = "BriefWarnings")
    record Warned(WarningRule rule, String label, long raised, long confirmed, long falseAlarms, long waiting) {}
}
