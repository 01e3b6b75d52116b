package org.chuishao.analytics.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What stands with each of the six levels, and what climbs.
 *
 * @param next the cursor of the next page of climbs, null on the last
 */
@Schema(name = "Ladder")
record LadderView(
        String region,
        String regionName,
        OffsetDateTime at,

        @Schema(description = "The six levels, the lowest first")
        List<Step> levels,

        @Schema(description = "What climbs and has not been answered, the newest first")
        List<Climbing> items,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** One of the six levels. */
    @Schema(name = "LadderLevel")
    record Step(
            Rung level,
            String label,

            @Schema(description = "Open tickets that stand with it now")
            long open,

            @Schema(description = "Tickets that it was told of, or supervises, within the last 24 hours")
            long climbed) {}

    /** Somebody above was told of an open ticket. */
    @Schema(name = "LadderItem")
    record Climbing(
            UUID ticket,

            @Schema(
                    description =
                            "Absent, as the category, of reports and secret tickets, and of one that is not in scope")
            @Nullable
            String number,

            String region,
            String regionName,
            @Nullable String category,
            @Nullable String categoryName,

            @Schema(description = "The level that had it") Rung from,

            @Nullable String fromUnit,
            @Nullable String fromName,

            @Schema(description = "The level that was told; the same where it was the unit's own leader")
            Rung to,

            String toUnit,
            @Nullable String toName,
            String cause,
            String causeLabel,

            @Schema(description = "Level of supervision (督办), 1 to 3; absent where it was told only") @Nullable
            Integer supervision,

            OffsetDateTime at,
            @Nullable State state,
            @Nullable String stateLabel) {}
}
