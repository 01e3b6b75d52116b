package org.chuishao.intake.callback;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.chuishao.mesh.event.IntakeEvent.CalledBack.Satisfaction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A citizen's own verdict, given without waiting for the call. */
@Schema(description = "The citizen's own verdict, given without waiting for the call")
record RatingRequest(
        @NotNull @Nullable Boolean contacted,
        @NotNull @Nullable Boolean solved,
        @NotNull @Nullable Satisfaction satisfaction,
        @Size(max = 2000) @Nullable String words) {

    CallbackRequest asCallback() {
        return new CallbackRequest(true, contacted, solved, satisfaction, words, null);
    }
}
