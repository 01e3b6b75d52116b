package org.chuishao.intake.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.CalledBack.Satisfaction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket's attempts to call back and its citizen's own ratings. */
record CallbackList(
        List<Item> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** One attempt. */
    @Schema(name = "CallbackItem")
    record Item(
            int round,
            int attempt,
            Instant at,

            @Schema(description = "Opaque id of who called; absent where the citizen rated himself") @Nullable
            String agent,

            @Schema(description = "The citizen's own rating, without a call")
            boolean byCitizen,

            boolean reached,
            @Nullable Boolean contacted,
            @Nullable Boolean solved,
            @Nullable Satisfaction satisfaction,
            @Nullable String words,

            @Schema(description = "Another event stood before it on the log: it does not count")
            boolean annulled) {}
}
