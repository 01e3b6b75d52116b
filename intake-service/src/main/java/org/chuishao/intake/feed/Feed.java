package org.chuishao.intake.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.intake.timeline.ShownActor;
import org.chuishao.mesh.fold.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some events behind a cursor. {@code next} is always there, and is the cursor that was given only at the end. */
record Feed(List<Item> items, String next) {

    /** One event, without any text of a citizen's. */
    @Schema(name = "FeedItem")
    record Item(
            UUID id,
            UUID ticket,
            String number,
            Instant at,
            @Schema(examples = "ticket.dispatched") String type,

            @Schema(description = "The ticket's state after it")
            State state,

            int round,
            @Nullable UUID assignment,
            ShownActor actor,
            boolean late,
            Map<String, Object> data) {}
}
