package org.chuishao.analytics.keyview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.chuishao.analytics.matter.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Matters by place with most complaints (重点事件), and how they grow. */
@Schema(name = "EventView")
public record EventView(
        String region,
        String regionName,
        LocalDate from,
        LocalDate to,

        @Schema(description = "The days before that growth is against")
        LocalDate beforeFrom,

        LocalDate beforeTo,
        String level,
        List<Item> items) {

    /** One matter in one place. */
    @Schema(name = "KeyEvent")
    public record Item(
            String place,
            String placeName,
            String category,
            Name name,
            @Schema(description = "Complaints in the days") long complaints,

            @Schema(description = "In as many days before; absent where fewer than 5 people stand behind it") @Nullable
            Long before,

            @Schema(description = "complaints - before") @Nullable
            Long growth,

            @Schema(description = "growth / before, two digits; absent where there were none") @Nullable
            BigDecimal growthShare,

            @Schema(description = "True where before is withheld")
            boolean withheld) {}
}
