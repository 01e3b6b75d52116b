package org.chuishao.analytics.keyview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.chuishao.analytics.matter.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Fields of governance (重点领域): their share of all complaints, and how they move. */
@Schema(name = "FieldView")
public record FieldView(
        String region,
        String regionName,
        LocalDate from,
        LocalDate to,
        LocalDate beforeFrom,
        LocalDate beforeTo,
        @Schema(description = "field or line") String by,

        @Schema(description = "All complaints of the days; absent where withheld") @Nullable
        Long complaints,

        @Schema(description = "First day of each part of the trend: of a day where there are at most 31, else of seven")
        List<LocalDate> parts,

        List<Item> items) {

    /** One field or line. */
    @Schema(name = "KeyField")
    public record Item(
            @Schema(description = "Code of the field or line; NONE where no industry line has it")
            String key,

            Name name,

            @Schema(description = "Absent where fewer than 5 people stand behind it, or such could be subtracted")
            @Nullable
            Long complaints,

            @Schema(description = "Of all complaints, 0 to 1, four digits") @Nullable
            BigDecimal share,

            @Schema(description = "In as many days before; absent where withheld") @Nullable
            Long before,

            @Schema(description = "complaints - before") @Nullable
            Long growth,

            @Schema(description = "Complaints by part; null where withheld")
            List<@Nullable Long> trend,

            @Schema(description = "True where complaints are withheld")
            boolean withheld) {}
}
