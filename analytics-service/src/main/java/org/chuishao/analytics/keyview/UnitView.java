package org.chuishao.analytics.keyview;

import java.time.LocalDate;
import java.util.List;
import org.chuishao.analytics.rates.RateItem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Companies and estates (重点单位): how much is complained of them, and how it ends. */
@Schema(name = "UnitView")
record UnitView(String region, String regionName, LocalDate from, LocalDate to, List<Item> items) {

    /** One unit. */
    @Schema(name = "KeyUnit")
    record Item(
            String unit,
            String name,
            @Nullable String line,

            @Schema(description = "Complaints that it leads; absent where fewer than 5 people stand behind them")
            @Nullable
            Long complaints,

            boolean withheld,

            @Schema(
                    description = "As known for the latest year up to the last day's; absent where nobody has said it,"
                            + " or the region asked for does not hold all that the unit serves")
            @Nullable
            Households households,

            @Schema(description = "Absent without households") @Nullable
            PerThousand perThousand,

            @Schema(
                    description = "Among units of its line and class by complaints per 1,000 households, 1 the fewest;"
                            + " absent under 30 complaints")
            @Nullable
            Integer rank,

            @Schema(description = "解决率") @Nullable RateItem solution,
            @Schema(description = "满意率") @Nullable RateItem satisfaction) {

        Item ranked(int place) {
            return new Item(
                    unit, name, line, complaints, withheld, households, perThousand, place, solution, satisfaction);
        }
    }
}
