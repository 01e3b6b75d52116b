package org.chuishao.intake.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket's life, in the order of the log. */
record Timeline(
        List<Item> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** One event. */
    @Schema(name = "TimelineItem")
    record Item(
            UUID id,
            Instant at,
            @Schema(examples = "ticket.dispatched") String type,

            @Schema(description = "The ticket's state after it")
            State state,

            int round,
            @Nullable UUID assignment,
            ShownActor actor,

            @Schema(description = "It came too late and changed nothing")
            boolean late,

            @Schema(description = "Why it was late, for people") @Nullable
            String why,

            Map<String, Object> data) {}
}
