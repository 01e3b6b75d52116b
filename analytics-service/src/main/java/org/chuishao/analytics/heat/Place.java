package org.chuishao.analytics.heat;

import org.chuishao.analytics.warning.WarningLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one place stands. */
@Schema(name = "HeatItem")
record Place(
        @Schema(description = "Division code; shorter than the level's where no more is known of the place")
        String region,

        String regionName,

        @Schema(description = "Tickets received within the hours asked for")
        long received,

        @Schema(description = "Tickets that are open now") long open,

        @Schema(description = "Of these those with a missed clock, not excused, of which the act is still owed")
        long overdue,

        @Schema(
                description =
                        "Of these those that somebody above was told of or supervises, and that nobody has answered")
        long climbing,

        @Schema(description = "Early warnings that are open")
        long warnings,

        @Schema(description = "The gravest of them; absent where there is none") @Nullable
        WarningLevel warningLevel,

        @Schema(
                description =
                        "RED where something is overdue; YELLOW where a clock runs out within 2 hours or a warning is open")
        Light light) {

    static Place of(String region, String name, Heat.Counts counts) {
        return new Place(
                region,
                name,
                counts.received(),
                counts.open(),
                counts.overdue(),
                counts.climbing(),
                counts.warnings(),
                grade(counts.grade()),
                Light.of(counts.overdue(), counts.ending(), counts.warnings()));
    }

    private static @Nullable WarningLevel grade(int grade) {
        return grade == 0 ? null : WarningLevel.values()[grade - 1];
    }
}
