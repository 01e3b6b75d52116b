package org.chuishao.analytics.course;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.ladder.Rung;
import org.chuishao.mesh.fold.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole life of a ticket. */
@Schema(name = "Course")
record CourseView(
        UUID ticket,

        @Schema(description = "Absent, as the category, of reports and secret tickets") @Nullable
        String number,

        State state,
        String stateLabel,
        String region,
        String regionName,
        @Nullable String category,
        @Nullable String categoryName,
        String channel,
        String kind,
        OffsetDateTime at,

        @Schema(description = "What happened, in the order of the log")
        List<Node> nodes,

        @Schema(description = "The clocks of units' parts that the caller may see, the first that was armed first")
        List<Clock> clocks) {

    /** One thing that happened. */
    @Schema(name = "CourseNode")
    record Node(
            OffsetDateTime at,

            @Schema(examples = "ticket.dispatched") String type,

            String label,

            @Schema(description = "Who did it, or to whom it went") @Nullable
            String unit,

            @Nullable String unitName,

            @Schema(description = "Of what was told above (升级) or supervised (督办): the level that was told") @Nullable
            Rung level,

            @Schema(description = "It came too late and changed nothing")
            boolean late) {}

    /** One clock of a unit's part. */
    @Schema(name = "CourseClock")
    record Clock(
            @Schema(description = "SIGN, CONTACT, ARRIVE, RESOLVE")
            String act,

            String actLabel,
            String unit,
            String unitName,
            boolean lead,

            @Schema(description = "When it was first armed; absent for clocks of before this was kept") @Nullable
            OffsetDateTime startedAt,

            OffsetDateTime dueAt,
            @Nullable OffsetDateTime doneAt,

            @Schema(description = "RUNNING, MET, MISSED, ANNULLED, EXCUSED")
            String state) {}
}
